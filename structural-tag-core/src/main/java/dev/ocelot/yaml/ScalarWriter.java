package dev.ocelot.yaml;

import java.util.Locale;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Spells a text as a scalar on one line that every reader takes for that text. */
final class ScalarWriter {
  private ScalarWriter() {}

  /**
   * Spells a text.
   *
   * @param text any text
   * @param style what is preferred; quotes are added where plain would be read as something else,
   *     and double ones taken where single ones cannot hold the text
   * @return one line
   */
  static String write(String text, ScalarStyle style) {
    if (style == ScalarStyle.DOUBLE_QUOTED || !isPrintable(text)) {
      return doubleQuoted(text);
    }
    if (style == ScalarStyle.SINGLE_QUOTED || !isPlain(text)) {
      return "'" + text.replace("'", "''") + "'";
    }
    return text;
  }

  /** Whether a text may stand without quotes. Quotes rather too often: they do no harm. */
  static boolean isPlain(String text) {
    if (text.isEmpty()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isWord(text.charAt(i)) && (i == 0 || "-+/".indexOf(text.charAt(i)) < 0)) {
        return false;
      }
    }
    return !ScalarForm.isNull(text) && !ScalarForm.isBoolean(text) && !ScalarForm.isNumeric(text);
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return (c >= 0x20 && c <= 0x7E)
        || (c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF && c != 0x2028 && c != 0x2029);
  }

  private static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isPrintable(text, i)) {
            out.append(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
