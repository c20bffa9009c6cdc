package dev.ocelot.tag.component;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Looks for identifiers in files, whatever a file's encoding, without holding the file.
 *
 * <p>Upper and lower case count as equal; a part of a longer identifier does not count.
 */
final class WordSearch {
  private static final int BUFFER = 1 << 12;

  /** What a byte counts as: a letter in lower case, a digit, an underscore; 0 for all others. */
  private static final byte[] IDENTIFIER = new byte[256];

  static {
    for (int c = 0; c < 128; c++) {
      IDENTIFIER[c] =
          (byte) (Character.isLetterOrDigit(c) || c == '_' ? Character.toLowerCase(c) : 0);
    }
  }

  private WordSearch() {}

  /** True also when the file cannot be read, so that it is not passed over in silence. */
  static boolean mayOccur(String identifier, Path file) {
    byte[] word = identifier.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = new FileInputStream(file.toFile())) {
      return occurs(word, in);
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean occurs(byte[] word, InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int matched = 0; // length of the identifier's prefix that ends here; -1 inside another one
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      for (int i = 0; i < length; i++) {
        byte c = IDENTIFIER[buffer[i] & 0xFF];
        if (c == 0) {
          if (matched == word.length) {
            return true;
          }
          matched = 0;
        } else if (matched >= 0) {
          matched = matched < word.length && c == word[matched] ? matched + 1 : -1;
        }
      }
    }
    return matched == word.length;
  }
}
