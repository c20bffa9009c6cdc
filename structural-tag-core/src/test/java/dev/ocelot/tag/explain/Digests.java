package dev.ocelot.tag.explain;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.InputDigest.TextTraits;
import dev.ocelot.tag.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Digests of texts, computed by a second implementation of the rules. */
final class Digests {
  private Digests() {}

  static InputDigest of(String path, String text) {
    String normalised = text.replace("\r\n", "\n");
    String code =
        normalised
            .lines()
            .filter(line -> line.startsWith("#!") || !line.strip().startsWith("#"))
            .filter(line -> !line.isBlank())
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return new InputDigest(
        path,
        text.length(),
        hex("SHA-256", text),
        new TextTraits(text.contains("\r\n"), hex("SHA-256", normalised), hex("SHA-256", code)));
  }

  static ComputedTag tag(String seed, InputDigest... inputs) {
    return new ComputedTag(new Tag(hex("MD5", seed)), List.of(inputs));
  }

  static String hex(String algorithm, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
