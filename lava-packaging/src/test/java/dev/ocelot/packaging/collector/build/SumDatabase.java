package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A checksum database behind a password, on this machine. Its program is compiled from the sources
 * that the Go of this machine has of the protocol, so nothing is downloaded for it.
 */
final class SumDatabase implements AutoCloseable {
  static final String PASSWORD = "swordfish";

  private static final String PROGRAM = "sum-database";
  private static final String SOURCES = "src/cmd/vendor/golang.org/x/mod";

  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final Process process;
  private final BufferedReader output;
  private final String key;
  private final String address;
  private final Path certificate;

  /**
   * Starts.
   *
   * @param program what {@link #compiled} made
   * @param folder holds a folder {@code proxy}, laid out as one, that it vouches for
   * @param mistaken the module whose sum is not the one that it has
   */
  SumDatabase(Path program, Path folder, String mistaken) throws IOException {
    this.certificate = folder.resolve("sums.pem");
    this.process =
        new ProcessBuilder(
                program.toString(),
                folder.resolve("proxy").toString(),
                mistaken,
                PASSWORD,
                certificate.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.key = Objects.requireNonNull(output.readLine(), "its key");
    this.address = Objects.requireNonNull(output.readLine(), "its URL");
    Thread listener = new Thread(this::listen, PROGRAM);
    listener.setDaemon(true);
    listener.start();
  }

  private void listen() {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      // It was ended while this waited for its next line.
    }
  }

  /**
   * Compiles its program.
   *
   * @param folder gets the sources and the program; does not exist yet
   * @return the program
   */
  static Path compiled(Path folder) throws IOException {
    Path sources = Path.of(go(Path.of("."), "env", "GOROOT").get(0)).resolve(SOURCES);
    try (Stream<Path> all = Files.walk(sources)) {
      all.forEach(file -> copy(file, folder.resolve(sources.relativize(file).toString())));
    }
    Path main = Files.createDirectory(folder.resolve(PROGRAM)).resolve("main.go");
    try (InputStream in = SumDatabase.class.getResourceAsStream(PROGRAM + ".go.txt")) {
      Files.copy(Objects.requireNonNull(in), main);
    }
    go(folder, "mod", "init", "golang.org/x/mod");
    go(folder, "build", "-o", "program", "./" + PROGRAM);
    return folder.resolve("program");
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> go(Path folder, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("go"));
    argv.addAll(List.of(arguments));
    List<String> lines = new ArrayList<>();
    new LocalProcessRunner()
        .run(
            ProcessRequest.of(argv, ProcessLimits.of(Duration.ofMinutes(5)))
                .withDirectory(folder)
                .withEnvironment(
                    ProcessEnvironment.inheritedPlus(
                        Map.of(
                            "GOENV", "off",
                            "GOFLAGS", "",
                            "GOPROXY", "off",
                            "GOTOOLCHAIN", "local",
                            "GOWORK", "off")))
                .withOutput(ProcessOutput.lines(lines::add)))
        .orProblem(ProblemId.DEFECT, "go", Remedy.NONE);
    return lines;
  }

  /** The value of {@code GOSUMDB} that asks it directly. */
  String setting() {
    return key + " " + url("");
  }

  /** The value of {@code GOSUMDB} that leaves it to the proxy how it is asked. */
  String key() {
    return key;
  }

  /** The URL of a module proxy that passes questions on to the database. */
  String proxy() {
    return url("proxy/");
  }

  private String url(String path) {
    return address.replace("://", "://reader:" + PASSWORD + "@") + "/" + path;
  }

  /** What vouches for its server. */
  Path certificate() {
    return certificate;
  }

  /** The paths that were asked for by somebody who knew the password. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Ends it; nobody answers at its address any more. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
