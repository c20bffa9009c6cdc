package dev.ocelot.packaging.artifact;

import dev.ocelot.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What the bytes of a file are.
 *
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 * @param md5 32 lower-case hexadecimal digits
 */
public record FileDigests(long size, String sha256, String md5) {
  private static final int BUFFER = 64 * 1024;

  /**
   * Reads a file once, in pieces, and digests it.
   *
   * @param file a regular file
   * @return what it holds
   * @throws IOException when it cannot be read
   */
  public static FileDigests of(Path file) throws IOException {
    MessageDigest sha256 = Digest.SHA256.begin();
    MessageDigest md5 = Digest.MD5.begin();
    long size = read(file, sha256, md5);
    return new FileDigests(size, Digest.end(sha256), Digest.end(md5));
  }

  /**
   * Reads a file of which all but the MD5 is known, once, in pieces.
   *
   * @param file a regular file
   * @param size in bytes
   * @param sha256 64 lower-case hexadecimal digits
   * @return what it holds
   * @throws IOException when it cannot be read
   */
  static FileDigests of(Path file, long size, String sha256) throws IOException {
    MessageDigest md5 = Digest.MD5.begin();
    if (read(file, md5) != size) {
      throw new IOException(file + " was changed while it was read");
    }
    return new FileDigests(size, sha256, Digest.end(md5));
  }

  private static long read(Path file, MessageDigest... digests) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (MessageDigest digest : digests) {
          digest.update(buffer, 0, read);
        }
        size += read;
      }
    }
    return size;
  }
}
