package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What a name in an archive may look like, so that it means the same file everywhere. */
final class EntryName {
  /** The longest path that Linux takes, less the folder that it is unpacked into. */
  private static final int MOST_BYTES = 3072;

  private static final int MOST_BYTES_OF_PART = 255;

  private EntryName() {}

  /**
   * Checks a name.
   *
   * @param name the name without a slash at its end
   * @param depth how many parts it may have
   * @throws UnsafeArchiveException when it leaves the folder, or is not the same name on every
   *     system
   */
  static void check(String name, int depth) throws UnsafeArchiveException {
    checkCharacters(name, name);
    if (name.isEmpty()) {
      throw refused(name, "is no name");
    }
    if (name.startsWith("/")) {
      throw refused(name, "is an absolute path");
    }
    if (name.length() >= 2 && name.charAt(1) == ':' && isLetter(name.charAt(0))) {
      throw refused(name, "begins with a drive letter");
    }
    int parts = 0;
    for (int from = 0; from <= name.length(); parts++) {
      int slash = name.indexOf('/', from);
      int to = slash < 0 ? name.length() : slash;
      checkPart(name, name.substring(from, to));
      from = to + 1;
    }
    if (parts > depth) {
      throw refused(name, "lies more than " + depth + " folders deep");
    }
    if (utf8Length(name) > MOST_BYTES) {
      throw refused(name, "is longer than " + MOST_BYTES + " bytes");
    }
  }

  /**
   * Checks the characters of a name or of a link's target.
   *
   * @param name the entry, for the message
   * @param text the characters
   * @throws UnsafeArchiveException when one of them has a meaning of its own somewhere
   */
  static void checkCharacters(String name, String text) throws UnsafeArchiveException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        throw refused(name, "holds a backslash, which separates folders on some systems");
      }
      if (Character.isISOControl(c)) {
        throw refused(name, "holds a control character");
      }
    }
  }

  /**
   * What file systems that ignore case or Unicode form keep of a name.
   *
   * @param name the name
   * @return equal for two names that such a file system takes for one
   */
  static String folded(String name) {
    if (NativeNames.isAscii(name)) {
      return asciiLowerCase(name);
    }
    StringBuilder folded = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static void checkPart(String name, String part) throws UnsafeArchiveException {
    if (part.isEmpty()) {
      throw refused(name, "has an empty part");
    }
    if (part.equals("..") || part.equals(".")) {
      throw refused(name, "has a part " + part + ", which could lead out of the folder");
    }
    if (part.length() * 3 > MOST_BYTES_OF_PART && utf8Length(part) > MOST_BYTES_OF_PART) {
      throw refused(name, "has a part longer than " + MOST_BYTES_OF_PART + " bytes");
    }
  }

  private static String asciiLowerCase(String name) {
    char[] chars = name.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] = (char) (chars[i] | 0x20);
      }
    }
    return new String(chars);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int utf8Length(String text) {
    return NativeNames.isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static UnsafeArchiveException refused(String name, String reason) {
    return UnsafeArchiveException.entry(name, reason, Advice.RENAME);
  }
}
