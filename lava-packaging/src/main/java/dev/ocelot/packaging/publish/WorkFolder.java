package dev.ocelot.packaging.publish;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of this run's own for what is fetched, gone with all in it when the work ends. */
public final class WorkFolder implements AutoCloseable {
  private final Path path;

  private WorkFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes one where the system keeps such files.
   *
   * @return an empty folder
   */
  public static WorkFolder temporary() {
    try {
      return new WorkFolder(Files.createTempDirectory("ocelot-layers-"));
    } catch (IOException e) {
      throw new ProblemException(
          FileAccessProblem.of(System.getProperty("java.io.tmpdir", "tmp"), "written", e), e);
    }
  }

  /**
   * The folder.
   *
   * @return an absolute path
   */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(path.toString(), "removed", e), e);
    }
  }
}
