package dev.ocelot.tag.declared;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Tags that are to be declared, applied to whatever the file holds at the moment of the rename.
 *
 * @param tags declared keys to tags
 * @param style how to write
 */
record Declaration(Map<String, Tag> tags, DeclaredTagsEditor.Style style) {
  /** How often it is applied again when somebody who knows no lock keeps writing the file. */
  private static final int ATTEMPTS = 20;

  /** Where the new bytes go, unless the condition says that something has come between. */
  @FunctionalInterface
  interface Target {
    boolean write(byte[] bytes, AtomicFile.Condition condition) throws IOException;
  }

  /**
   * Writes them into a file whose lock is held.
   *
   * @return what was written
   * @throws ProblemException when the file cannot be edited, or never stays as it was read
   */
  DeclaredTagsUpdate into(DeclaredFile file, Target target) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      byte[] before = file.bytes();
      Edit edit = new Edit(before, file.shownAs(), tags, style);
      if (edit.changes().isEmpty()) {
        return new DeclaredTagsUpdate(edit.changes());
      }
      byte[] after = edit.apply();
      file.prepareFolder();
      if (target.write(after, () -> Arrays.equals(file.bytes(), before))) {
        return new DeclaredTagsUpdate(edit.changes());
      }
    }
    throw new ProblemException(
        Problem.error(FileLocks.LOCK_BUSY, file.shownAs() + " is being changed again and again")
            .at(Location.of(file.shownAs()))
            .withRemedy(Remedy.advice("Find what keeps writing it, then run this again")));
  }
}
