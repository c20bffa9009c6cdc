package dev.ocelot.tag.declared;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes tags into a declared-tags file: all of them or none, atomically, and only when one
 * differs.
 *
 * <p>Editors of one file take turns by a lock and read it again once they hold it, so that no
 * update is lost; a change by somebody who knows no lock is noticed before the file is replaced,
 * and the update is applied to that. A link is followed and stays; mode, owner and group stay. A
 * file that does not exist is made.
 */
public final class DeclaredTagsEditor {
  private final FileLocks locks;

  /** How a file is written. */
  public enum Style {
    /** Only the bytes of the values change. */
    IN_PLACE,
    /** The whole file is written as PyYAML writes it. */
    CANONICAL
  }

  /**
   * Edits with the locks of a user.
   *
   * @param locks the locks
   */
  public DeclaredTagsEditor(FileLocks locks) {
    this.locks = locks;
  }

  /**
   * Declares tags.
   *
   * @param file the declared-tags file, or a link to it
   * @param shownAs its name in messages
   * @param tags declared keys to tags; keys that are absent are added
   * @param style how to write
   * @return what was written
   * @throws ProblemException when the file is malformed, read-only, not a regular file, busy for
   *     too long or cannot be edited; it is as before then
   */
  @SuppressWarnings("try") // the lock is held, not used
  public DeclaredTagsUpdate update(Path file, String shownAs, Map<String, Tag> tags, Style style) {
    try {
      Path real = real(file, shownAs);
      AtomicFile target = new AtomicFile(real);
      boolean clean = Files.notExists(target.temporary(), LinkOption.NOFOLLOW_LINKS);
      Edit seen = new Edit(new DeclaredFile(real, shownAs).bytes(), shownAs, tags, style);
      if (seen.changes().isEmpty() && clean) {
        return new DeclaredTagsUpdate(seen.changes());
      }
      try (FileLocks.Held lock = locks.lock(real, shownAs)) {
        target.sweep();
        return new Declaration(tags, style).into(new DeclaredFile(real, shownAs), target::write);
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(shownAs, "written", e), e);
    }
  }

  /** The file with links resolved; where there is none yet, its place with links resolved. */
  private static Path real(Path file, String shownAs) throws IOException {
    if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(file)) {
        throw new ProblemException(
            Problem.error(ProblemId.INPUT_MISSING, shownAs + " is not a regular file")
                .at(Location.of(shownAs)));
      }
      return file.toRealPath();
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null || Files.notExists(folder)
        ? absolute
        : folder.toRealPath().resolve(absolute.getFileName());
  }
}
