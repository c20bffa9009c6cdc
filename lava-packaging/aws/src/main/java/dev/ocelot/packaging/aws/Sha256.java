package dev.ocelot.packaging.aws;

import java.util.Base64;
import java.util.HexFormat;

/** The digest of code as Lambda writes it. */
final class Sha256 {
  private Sha256() {}

  /** 64 lower-case hexadecimal digits of what Lambda says in base64; empty when it says nothing. */
  static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }
}
