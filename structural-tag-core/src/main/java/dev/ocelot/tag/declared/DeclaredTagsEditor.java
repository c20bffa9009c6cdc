package dev.ocelot.tag.declared;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
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
  /** How often an update is applied again when somebody else keeps writing the file. */
  private static final int ATTEMPTS = 20;

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
      Edit seen = new Edit(bytes(real, shownAs), shownAs, tags, style);
      if (seen.changes().isEmpty() && clean) {
        return new DeclaredTagsUpdate(seen.changes());
      }
      try (FileLocks.Held lock = locks.lock(real, shownAs)) {
        target.sweep();
        return locked(target, real, shownAs, new Request(tags, style));
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(shownAs, "written", e), e);
    }
  }

  private record Request(Map<String, Tag> tags, Style style) {}

  private static DeclaredTagsUpdate locked(
      AtomicFile target, Path real, String shownAs, Request request) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      byte[] before = bytes(real, shownAs);
      Edit edit = new Edit(before, shownAs, request.tags(), request.style());
      if (edit.changes().isEmpty()) {
        return new DeclaredTagsUpdate(edit.changes());
      }
      byte[] after = edit.apply();
      prepareFolder(real, shownAs);
      if (target.write(after, () -> Arrays.equals(bytes(real, shownAs), before))) {
        return new DeclaredTagsUpdate(edit.changes());
      }
    }
    throw new ProblemException(
        Problem.error(FileLocks.LOCK_BUSY, shownAs + " is being changed again and again")
            .at(Location.of(shownAs))
            .withRemedy(Remedy.advice("Find what keeps writing it, then run this again")));
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

  private static byte[] bytes(Path real, String shownAs) {
    return Files.notExists(real, LinkOption.NOFOLLOW_LINKS)
        ? new byte[0]
        : YamlFile.bytes(real, shownAs, YamlLimits.DEFAULT);
  }

  /**
   * A rename needs no permission on the file, and root none at all; but who took the permission
   * away meant the content.
   */
  private static void prepareFolder(Path real, String shownAs) throws IOException {
    if (Files.exists(real) && isReadOnly(real)) {
      throw readOnly(shownAs + " is read-only", shownAs);
    }
    Path folder = real.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
      if (isReadOnly(folder)) {
        throw readOnly("the folder of " + shownAs + " is read-only", shownAs);
      }
    }
  }

  private static ProblemException readOnly(String message, String shownAs) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, message)
            .at(Location.of(shownAs))
            .withRemedy(Remedy.advice("Give yourself permission to write it")));
  }

  private static boolean isReadOnly(Path path) throws IOException {
    if (!Files.isWritable(path)) {
      return true;
    }
    try {
      return !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_WRITE);
    } catch (UnsupportedOperationException e) {
      return false; // no such permissions on this system
    }
  }
}
