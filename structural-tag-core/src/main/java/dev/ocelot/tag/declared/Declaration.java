package dev.ocelot.tag.declared;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tags that are to be declared in files whose locks are held, applied to whatever the files hold at
 * the moment of the renames.
 *
 * @param parts what goes into which file
 * @param style how to write
 */
record Declaration(List<Part> parts, DeclaredTagsEditor.Style style) {
  /** How often it is applied again when somebody who knows no lock keeps writing a file. */
  private static final int ATTEMPTS = 20;

  /** Puts new bytes beside a file, to be renamed over it. */
  @FunctionalInterface
  interface Target {
    AtomicFile.Replacement stage(byte[] bytes) throws IOException;
  }

  /**
   * Tags for one file.
   *
   * @param file the file
   * @param tags declared keys to tags
   * @param target takes the file's new bytes
   */
  record Part(DeclaredFile file, Map<String, Tag> tags, Target target) {}

  /**
   * Writes them: every file's new bytes lie beside it before the first is renamed, so that a file
   * that cannot be written leaves all of them untouched.
   *
   * @return what was written, in the order of the parts
   * @throws ProblemException when a file cannot be edited, or never stays as it was read
   */
  List<DeclaredTagsUpdate> write() {
    List<String> restless = List.of();
    for (int i = 0; i < ATTEMPTS; i++) {
      List<Rewrite> rewrites = new ArrayList<>();
      for (Part part : parts) {
        rewrites.add(new Rewrite(part, style));
      }
      restless = attempt(rewrites.stream().filter(Rewrite::isDue).toList());
      if (restless.isEmpty()) {
        return rewrites.stream().map(Rewrite::update).toList();
      }
    }
    throw new ProblemException(restless.stream().map(Declaration::neverStays).toList());
  }

  /** Writes all of them, unless files have changed since they were read: those are returned. */
  private static List<String> attempt(List<Rewrite> due) {
    try {
      due.forEach(Rewrite::refuseReadOnly);
      due.forEach(Rewrite::stage);
      List<String> changed =
          due.stream().filter(rewrite -> !rewrite.stays()).map(Rewrite::shownAs).toList();
      if (changed.isEmpty()) {
        commit(due);
      }
      return changed;
    } finally {
      due.forEach(Rewrite::close);
    }
  }

  /** The renames; when one fails, those before it are taken back. */
  private static void commit(List<Rewrite> due) {
    List<Rewrite> done = new ArrayList<>();
    for (Rewrite rewrite : due) {
      try {
        rewrite.commit();
        done.add(0, rewrite);
      } catch (IOException e) {
        List<Problem> problems = new ArrayList<>();
        problems.add(FileAccessProblem.of(rewrite.shownAs(), "written", e));
        done.forEach(written -> written.takeBack(problems));
        ProblemException failure = new ProblemException(problems);
        failure.initCause(e);
        throw failure;
      }
    }
  }

  private static Problem neverStays(String shownAs) {
    return Problem.error(FileLocks.LOCK_BUSY, shownAs + " is being changed again and again")
        .at(Location.of(shownAs))
        .withRemedy(Remedy.advice("Find what keeps writing it, then run this again"));
  }
}
