package dev.ocelot.tag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A POSIX shell of this machine that runs the exported functions as a build script would. */
enum Shell {
  DASH("dash", "dash"),
  BASH("bash", "bash"),
  BASH_POSIX("bash", "bash --posix"),
  BUSYBOX("busybox", "busybox sh");

  private static final long LIMIT_SECONDS = 60;

  private final String debianPackage;
  private final String command;

  Shell(String debianPackage, String command) {
    this.debianPackage = debianPackage;
    this.command = command;
  }

  /** What a run left behind. */
  record Result(int exit, String out, String err) {}

  /**
   * Runs a script.
   *
   * @param script a file
   * @param folder the current folder
   * @param environment the whole environment; the path is added unless it is given
   * @return what it printed
   */
  Result run(Path script, Path folder, Map<String, String> environment) throws Exception {
    return run(Stream.concat(words(), Stream.of(script.toString())).toList(), folder, environment);
  }

  private Result run(List<String> words, Path folder, Map<String, String> environment)
      throws Exception {
    Path out = Files.createTempFile("ocelot-shell", ".out");
    Path err = Files.createTempFile("ocelot-shell", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
      builder.environment().putAll(environment);
      Process process = start(builder);
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("%s ended", words).isTrue();
      return new Result(process.exitValue(), text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError(
          "this test needs " + command + ": install the package " + debianPackage, e);
    }
  }

  private Stream<String> words() {
    return Stream.of(command.split(" ", -1));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
