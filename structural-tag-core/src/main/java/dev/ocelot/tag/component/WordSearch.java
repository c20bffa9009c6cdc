package dev.ocelot.tag.component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Looks for an identifier in a file, whatever the file's encoding, without holding the file.
 *
 * <p>Upper and lower case count as equal; a part of a longer identifier does not count.
 */
final class WordSearch {
  private final byte[] word;

  WordSearch(String identifier) {
    this.word = identifier.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }

  /** True also when the file cannot be read, so that it is not passed over in silence. */
  boolean mayOccurIn(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 14)) {
      return occursIn(in);
    } catch (IOException e) {
      return true;
    }
  }

  private boolean occursIn(InputStream in) throws IOException {
    int matched = 0; // length of the identifier's prefix that ends here; -1 inside another one
    for (int c = in.read(); c >= 0; c = in.read()) {
      int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
      boolean part =
          (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_';
      if (!part) {
        if (matched == word.length) {
          return true;
        }
        matched = 0;
      } else if (matched >= 0 && matched < word.length && lower == word[matched]) {
        matched++;
      } else {
        matched = -1;
      }
    }
    return matched == word.length;
  }
}
