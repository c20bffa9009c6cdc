package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The one permission of a file that shapes a build: whether its owner can run it. */
public final class ExecutableBit {
  private ExecutableBit() {}

  /**
   * Reads it.
   *
   * @param file a file
   * @return true when its owner can run it
   * @throws IOException when it cannot be read
   */
  public static boolean of(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
  }

  /**
   * Makes a file one that everybody can read, and run if asked to: 0644 or 0755, whatever the
   * umask.
   *
   * @param file a file
   * @param executable whether it can be run
   * @throws IOException when it cannot be set
   */
  public static void set(Path file, boolean executable) throws IOException {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if (executable) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    Files.setPosixFilePermissions(file, permissions);
  }
}
