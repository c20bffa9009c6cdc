package dev.ocelot.packaging.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, to feed, and of code as Lambda writes it. */
final class Sha256 {
  private Sha256() {}

  /** A digest of nothing yet. */
  static MessageDigest empty() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** 64 lower-case hexadecimal digits of what Lambda says in base64; empty when it says nothing. */
  static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }
}
