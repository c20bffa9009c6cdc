package dev.ocelot.digest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An algorithm that every Java platform has. */
public enum Digest {
  /** What structural tags are: 32 digits. */
  MD5("MD5"),
  /** What git names objects by: 40 digits. */
  SHA1("SHA-1"),
  /** What everything else is known by: 64 digits. */
  SHA256("SHA-256");

  private static final int BUFFER = 1 << 16;

  private final String algorithm;

  Digest(String algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * A digest of nothing yet, to be fed.
   *
   * @return a new one
   */
  public MessageDigest begin() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /**
   * The digest of bytes.
   *
   * @param bytes all of them
   * @return lower-case hexadecimal digits
   */
  public String of(byte[] bytes) {
    return HexFormat.of().formatHex(begin().digest(bytes));
  }

  /**
   * The digest of a text in UTF-8.
   *
   * @param text the text
   * @return lower-case hexadecimal digits
   */
  public String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The digest of a stream, read to its end in pieces.
   *
   * @param in not closed
   * @return lower-case hexadecimal digits
   * @throws IOException when it cannot be read
   */
  public String of(InputStream in) throws IOException {
    MessageDigest digest = begin();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return end(digest);
  }

  /**
   * The digest of a file, read in pieces.
   *
   * @param file a regular file
   * @return lower-case hexadecimal digits
   * @throws IOException when it cannot be read
   */
  public String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /**
   * What was fed.
   *
   * @param fed empty afterwards
   * @return lower-case hexadecimal digits
   */
  public static String end(MessageDigest fed) {
    return HexFormat.of().formatHex(fed.digest());
  }
}
