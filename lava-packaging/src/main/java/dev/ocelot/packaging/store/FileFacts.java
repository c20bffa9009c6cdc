package dev.ocelot.packaging.store;

import dev.ocelot.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;

/** Size, digest and permission bits of one file. */
final class FileFacts {
  private static final int BUFFER = 64 * 1024;
  private static final PosixFilePermission[] BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ,
  };

  private FileFacts() {}

  static StoredFile read(Path file, String name) throws IOException {
    MessageDigest sha = Digest.SHA256.begin();
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha.update(buffer, 0, n);
        size += n;
      }
    }
    return new StoredFile(name, mode(file), size, Digest.end(sha));
  }

  static int mode(Path file) throws IOException {
    Set<PosixFilePermission> set = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    int mode = 0;
    for (int bit = 0; bit < BITS.length; bit++) {
      mode |= set.contains(BITS[bit]) ? 1 << bit : 0;
    }
    return mode;
  }

  static void setMode(Path file, int mode) throws IOException {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BITS.length; bit++) {
      if ((mode & 1 << bit) != 0) {
        set.add(BITS[bit]);
      }
    }
    Files.setPosixFilePermissions(file, set);
  }
}
