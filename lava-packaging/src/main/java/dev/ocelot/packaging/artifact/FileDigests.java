package dev.ocelot.packaging.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    long size = read(file, sha256, md5);
    HexFormat hex = HexFormat.of();
    return new FileDigests(size, hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()));
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
    MessageDigest md5 = digest("MD5");
    if (read(file, md5) != size) {
      throw new IOException(file + " was changed while it was read");
    }
    return new FileDigests(size, sha256, HexFormat.of().formatHex(md5.digest()));
  }

  /**
   * Reads a file once, in pieces, for its sha256 alone: three times as fast as with the MD5.
   *
   * @param file a regular file
   * @return 64 lower-case hexadecimal digits
   * @throws IOException when it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    long unused = read(file, sha256);
    return HexFormat.of().formatHex(sha256.digest());
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

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
