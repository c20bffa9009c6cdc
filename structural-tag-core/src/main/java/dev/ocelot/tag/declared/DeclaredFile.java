package dev.ocelot.tag.declared;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * The declared-tags file on disk.
 *
 * @param real its path with links resolved
 * @param shownAs its name in messages
 */
record DeclaredFile(Path real, String shownAs) {

  /** Its content; nothing when it does not exist yet. */
  byte[] bytes() {
    return Files.notExists(real, LinkOption.NOFOLLOW_LINKS)
        ? new byte[0]
        : YamlFile.bytes(real, shownAs, YamlLimits.DEFAULT);
  }

  /** Whether there is such a file. */
  boolean exists() {
    return Files.exists(real, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Refuses what is read-only. A rename needs no permission on the file, and root none at all; but
   * who took the permission away meant the content.
   */
  void refuseReadOnly() throws IOException {
    if (Files.exists(real) && isReadOnly(real)) {
      throw readOnly(shownAs + " is read-only");
    }
    Path folder = real.getParent();
    if (folder != null && Files.exists(folder) && isReadOnly(folder)) {
      throw readOnly("the folder of " + shownAs + " is read-only");
    }
  }

  /** Makes the folder that the file lies in. */
  void makeFolder() throws IOException {
    Path folder = real.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private ProblemException readOnly(String message) {
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
