package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands of Docker's own client, by which a test looks at what ours did. */
final class RawDocker {
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofMinutes(1));

  private RawDocker() {}

  static List<String> lines(Object... arguments) {
    List<String> lines = new ArrayList<>();
    List<String> argv =
        Stream.concat(Stream.of("docker"), Stream.of(arguments).map(Object::toString)).toList();
    new LocalProcessRunner()
        .run(ProcessRequest.of(argv, LIMITS).withOutput(ProcessOutput.lines(lines::add)))
        .orProblem(ProblemId.DEFECT, "docker", Remedy.NONE);
    return lines;
  }
}
