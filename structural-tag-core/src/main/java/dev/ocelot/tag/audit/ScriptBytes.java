package dev.ocelot.tag.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads scripts that may be missing or odd; a rule has nothing to say about those. */
final class ScriptBytes {
  /** Larger than any script that a person would read. */
  private static final long LARGEST = 1 << 20;

  private ScriptBytes() {}

  /** The bytes of a regular file that is not huge and holds a word; the empty word is in all. */
  static Optional<byte[]> read(Path file, String word) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      boolean holds = new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
      return holds ? Optional.of(bytes) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
