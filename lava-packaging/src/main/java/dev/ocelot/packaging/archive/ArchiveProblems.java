package dev.ocelot.packaging.archive;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** The kinds of problem that archives have, and how what was caught becomes one. */
public final class ArchiveProblems {

  /**
   * An archive or a folder to be packed holds something that could do harm or that would not come
   * out the same everywhere: a name that leaves the folder, a device, a bomb, two names that one
   * file system takes for one, an archive that is cut off.
   *
   * <p>It is the user's to mend: what Ocelot reads and packs is what a build script made or what
   * somebody declared as a source, so the same run gives the same problem on every machine.
   */
  public static final ProblemId ARCHIVE_UNSAFE = ProblemId.user("archive-unsafe");

  private ArchiveProblems() {}

  /**
   * The problem behind an exception.
   *
   * @param doing what could not be done, such as {@code cannot write a.zip}
   * @param where the file or folder, as it is shown
   * @param caught what was caught
   * @return {@code archive-unsafe} or {@code file-access}, to be thrown
   */
  static ProblemException of(String doing, String where, IOException caught) {
    if (caught instanceof UnsafeArchiveException unsafe) {
      return new ProblemException(unsafe(where, unsafe), caught);
    }
    Problem problem =
        Problem.error(ProblemId.FILE_ACCESS, doing + ": " + reason(caught))
            .at(Location.of(where))
            .withRemedy(FileAccessProblem.MAKE_ROOM);
    return new ProblemException(problem, caught);
  }

  /**
   * The problem behind a refusal.
   *
   * @param where the archive or folder, as it is shown; may be empty
   * @param unsafe the refusal
   * @return {@code archive-unsafe}
   */
  static Problem unsafe(String where, UnsafeArchiveException unsafe) {
    Problem problem =
        Problem.error(ARCHIVE_UNSAFE, Objects.toString(unsafe.getMessage()))
            .withRemedy(Remedy.advice(unsafe.advice().text()));
    return where.isEmpty() ? problem : problem.at(Location.of(where));
  }

  static String reason(IOException caught) {
    if (caught instanceof FileSystemException file && file.getReason() == null) {
      // Its message is the bare path; the type says what happened to it.
      String type = caught.getClass().getSimpleName().replace("Exception", "");
      return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT)
          + " "
          + file.getFile();
    }
    return Objects.requireNonNullElse(caught.getMessage(), caught.getClass().getSimpleName());
  }
}
