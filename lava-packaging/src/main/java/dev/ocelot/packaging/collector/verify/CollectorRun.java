package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one collector, as often as there are questions. */
final class CollectorRun {
  /** Under emulation a collector takes many times as long to start. */
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofMinutes(3));

  private static final int MOST_LINES = 2_000;
  private static final int MOST_ATTEMPTS = 5;

  /** What the upstream says when it sees that the collector has ended before it hears why. */
  private static final String NO_REASON = "unable to start, otelcol state is";

  private final Path binary;
  private final Path work;
  private final ProcessRunner runner;

  /**
   * Of a collector.
   *
   * @param binary the program
   * @param work a private folder
   * @param runner runs it
   */
  CollectorRun(Path binary, Path work, ProcessRunner runner) {
    this.binary = binary;
    this.work = work;
    this.runner = runner;
  }

  /**
   * What a run gave.
   *
   * @param heard what the extension said
   * @param lines what it printed
   * @param result how it ended
   */
  record Outcome(RuntimeApi.Answer heard, List<String> lines, ProcessResult result) {}

  /** Asks for the version. */
  Outcome version() {
    List<String> lines = new ArrayList<>();
    ProcessResult result = run(List.of(binary.toString(), "-v"), Map.of(), lines);
    return new Outcome(RuntimeApi.Answer.NOTHING, lines, result);
  }

  /**
   * Starts it with a configuration; it is told to end as soon as it runs. A collector that fails
   * may lose the reason, so it is asked again until it says one.
   *
   * @param configuration JSON
   */
  Outcome with(String configuration) {
    Outcome outcome = once(configuration);
    for (int i = 1; i < MOST_ATTEMPTS && losesItsReason(outcome); i++) {
      outcome = once(configuration);
    }
    return outcome;
  }

  private static boolean losesItsReason(Outcome outcome) {
    return outcome.heard() == RuntimeApi.Answer.FAILED
        && outcome.lines().stream().anyMatch(line -> line.contains(NO_REASON));
  }

  private Outcome once(String configuration) {
    List<String> lines = new ArrayList<>();
    try (RuntimeApi api = RuntimeApi.start()) {
      Path file = Files.writeString(work.resolve("configuration.json"), configuration);
      Map<String, String> environment = new TreeMap<>();
      environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
      environment.put("OPENTELEMETRY_COLLECTOR_CONFIG_URI", "file:" + file);
      // Otherwise it listens on a host name that only Lambda knows.
      environment.put("AWS_SAM_LOCAL", "true");
      // On one processor the upstream nearly always hears the reason first.
      environment.put("GOMAXPROCS", "1");
      environment.put("AWS_REGION", "us-east-1");
      environment.put("AWS_EC2_METADATA_DISABLED", "true");
      ProcessResult result = run(List.of(binary.toString()), environment, lines);
      return new Outcome(api.heard(), lines, result);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "a collector cannot be tried: " + e), e);
    }
  }

  private ProcessResult run(List<String> argv, Map<String, String> additions, List<String> lines) {
    Map<String, String> environment = new TreeMap<>(additions);
    environment.put("HOME", work.toString());
    environment.put("TMPDIR", work.toString());
    return runner.run(
        ProcessRequest.of(argv, LIMITS)
            .withDirectory(work)
            .withEnvironment(ProcessEnvironment.exactly(environment))
            .withOutput(ProcessOutput.lines(line -> keep(line, lines)))
            .withErrorLines(line -> keep(line, lines)));
  }

  private static void keep(String line, List<String> lines) {
    if (lines.size() < MOST_LINES) {
      lines.add(line);
    }
  }
}
