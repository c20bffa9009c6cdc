package dev.ocelot.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was built: started with arguments, it must end well within a minute. */
record Program(Path file) {

  private static final Path BUILT = Path.of(System.getProperty("built"));

  /** The program of a component, as unpacked from the archive for one architecture. */
  static Program of(String component, String architecture) {
    return new Program(
        unpacked(component, architecture).resolve("bin").resolve(component.equals("lmdb") ? "mdb" : component));
  }

  /** The folder that holds what was built of a component for one architecture. */
  static Path unpacked(String component, String architecture) {
    return BUILT.resolve("components-" + component + "-" + architecture + "-zip");
  }

  /** What the program prints; the kernel hands a program of another architecture to qemu. */
  String run(Path input, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("program", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = start(builder);
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(command + (ended ? " failed: " : " did not end: ") + printed);
      }
      return printed;
    } finally {
      Files.delete(output);
    }
  }

  private Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError(
          file + " does not run on this machine; for another architecture it needs qemu-user-static", e);
    }
  }
}
