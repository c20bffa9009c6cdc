package dev.ocelot.packaging.artifact.bom;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Path;

/** The problem of a document that could not be written. */
final class NotWritten {
  private NotWritten() {}

  static ProblemException of(Path file, IOException cause) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, file.getFileName() + " cannot be written: " + cause)
            .at(Location.of(file.toString()))
            .withRemedy(FileAccessProblem.MAKE_ROOM),
        cause);
  }
}
