package dev.ocelot.tag.declared;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of a file on its way to the next. Used by one thread, once. */
final class Rewrite {
  private final Declaration.Part part;
  private final boolean existed;
  private final byte[] before;
  private final Edit edit;
  private AtomicFile.@Nullable Replacement staged;

  /**
   * Reads the file.
   *
   * @throws ProblemException when it cannot be read or is malformed
   */
  Rewrite(Declaration.Part part, DeclaredTagsEditor.Style style) {
    this.part = part;
    this.existed = part.file().exists();
    this.before = part.file().bytes();
    this.edit = new Edit(before, shownAs(), part.tags(), style);
  }

  /** The file's name in messages. */
  String shownAs() {
    return part.file().shownAs();
  }

  /** Whether anything differs. */
  boolean isDue() {
    return !edit.changes().isEmpty();
  }

  /** What differs. */
  DeclaredTagsUpdate update() {
    return new DeclaredTagsUpdate(edit.changes());
  }

  void refuseReadOnly() {
    try {
      part.file().refuseReadOnly();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Puts the next state beside the file. */
  void stage() {
    try {
      byte[] after = edit.apply();
      part.file().makeFolder();
      staged = part.target().stage(after);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Whether the file still holds what was edited. */
  boolean stays() {
    return Arrays.equals(part.file().bytes(), before);
  }

  /** Puts the next state in the file's place. */
  void commit() throws IOException {
    if (staged != null) {
      staged.commit();
    }
  }

  /** Puts the old state in the place of the committed one. */
  void takeBack(List<Problem> problems) {
    try {
      if (!existed) {
        Files.deleteIfExists(part.file().real());
        return;
      }
      try (AtomicFile.Replacement old = part.target().stage(before)) {
        old.commit();
      }
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(shownAs(), "put back as it was", e));
    }
  }

  /** Removes what was staged and not committed. */
  void close() {
    if (staged != null) {
      try {
        staged.close();
      } catch (IOException e) {
        // whoever stages next removes it, or says why that cannot be
      }
    }
  }

  private ProblemException failed(IOException e) {
    return new ProblemException(FileAccessProblem.of(shownAs(), "written", e), e);
  }
}
