package dev.ocelot.tag.init;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Remembers what was made, so that it can be taken back, the last first. */
final class RollBack {
  private interface Step {
    void run() throws IOException;
  }

  private record Named(String shownAs, Step step) {}

  private final Deque<Named> steps = new ArrayDeque<>();

  /** Makes the folders that a file needs. */
  void makeFolders(Path file) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path folder = file.getParent();
        folder != null && Files.notExists(folder);
        folder = folder.getParent()) {
      missing.push(folder);
    }
    for (Path folder : missing) {
      Files.createDirectory(folder);
      steps.push(new Named(folder.toString(), () -> Files.deleteIfExists(folder)));
    }
  }

  /** A file was written. */
  void written(Path file, PlannedFile planned) {
    Optional<byte[]> before = planned.before();
    steps.push(
        new Named(
            planned.path(),
            () -> {
              if (before.isPresent()) {
                new AtomicFile(file).write(before.get());
              } else {
                Files.deleteIfExists(file);
              }
            }));
  }

  /**
   * Takes everything back.
   *
   * @param failure why
   * @return the failure, with what could not be taken back
   */
  ProblemException after(ProblemException failure) {
    List<Problem> problems = new ArrayList<>(failure.problems());
    while (!steps.isEmpty()) {
      Named last = steps.pop();
      try {
        last.step().run();
      } catch (IOException e) {
        problems.add(FileAccessProblem.of(last.shownAs(), "put back as it was", e));
      }
    }
    ProblemException all = new ProblemException(problems);
    all.initCause(failure);
    return all;
  }
}
