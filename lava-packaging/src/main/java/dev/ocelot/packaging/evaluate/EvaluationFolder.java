package dev.ocelot.packaging.evaluate;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.tag.script.TagCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * A folder of its own for one evaluation: home, temporary files and the function that writes the
 * call down.
 */
final class EvaluationFolder implements AutoCloseable {
  private static final String FUNCTIONS =
      """
      %s() {
        printf '%%s\\0' "$@" >&3
        exec 3>&-
        trap - EXIT ERR
        exit 0
      }
      """
          .formatted(TagCall.FUNCTION);

  /** Mesa's scripts expect the functions of its environment; ours is defined last and wins. */
  private static final String DRIVER =
      """
      exec 3>&1 1>&2 </dev/null
      script=$1
      shift
      if [ -f .gitlab-ci/setup-test-env.sh ]; then
        . .gitlab-ci/setup-test-env.sh
      fi
      . "$OCELOT_TAG_FUNCTIONS"
      . "./$script"
      """;

  private final Path folder;

  private EvaluationFolder(Path folder) {
    this.folder = folder;
  }

  static EvaluationFolder create() {
    try {
      EvaluationFolder created =
          new EvaluationFolder(Files.createTempDirectory("ocelot-evaluation"));
      Files.writeString(created.functions(), FUNCTIONS);
      Files.writeString(created.driver(), DRIVER);
      return created;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              ProblemId.FILE_ACCESS, "no temporary folder can be made: " + e.getMessage()),
          e);
    }
  }

  Path driver() {
    return folder.resolve("driver.sh");
  }

  private Path functions() {
    return folder.resolve("functions.sh");
  }

  Map<String, String> variables() {
    String path = folder.toString();
    return Map.of(
        "HOME", path,
        "TMPDIR", path,
        "XDG_RUNTIME_DIR", path,
        "RESULTS_DIR", path,
        "CI_JOB_STARTED_AT", "1980-01-01T00:00:00Z",
        "CI_PROJECT_DIR", ".",
        "OCELOT_TAG_FUNCTIONS", functions().toString(),
        "OCELOT_TAG_DIRECTORY", path);
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
