package dev.ocelot.yaml;

/**
 * What a reader of YAML 1.1 or 1.2 could take a plain scalar for. Written without regular
 * expressions: it stands on the way of every value that a goal reads.
 */
final class ScalarForm {
  private ScalarForm() {}

  /** Whether a plain scalar stands for no value. */
  static boolean isNull(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  /** Whether any reader takes a plain scalar for a truth value. */
  static boolean isBoolean(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return false;
    }
    return switch (lower(text)) {
      case "y", "n", "yes", "no", "on", "off", "true", "false" -> true;
      default -> false;
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Whether any reader takes a plain scalar for a number or a date. Says yes rather too often:
   * quotes do no harm.
   */
  static boolean isNumeric(String text) {
    int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (start == text.length()) {
      return false;
    }
    String rest = text.substring(start);
    switch (lower(rest)) {
      case ".inf", ".nan", "inf", "infinity", "nan" -> {
        return true;
      }
      default -> {}
    }
    return hasRadix(rest) || isDecimal(rest) || isDateOrSexagesimal(rest);
  }

  private static boolean hasRadix(String text) {
    if (text.length() < 3 || text.charAt(0) != '0') {
      return false;
    }
    int radix =
        switch (text.charAt(1)) {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          case 'b', 'B' -> 2;
          default -> 0;
        };
    for (int i = 2; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c == '_' || (c <= 'f' && Character.digit(c, radix) >= 0);
      if (radix == 0 || !digit) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDecimal(String text) {
    int digits = 0;
    boolean point = false;
    int at = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else if (c != '_') {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    if (at == text.length()) {
      return true;
    }
    return (text.charAt(at) == 'e' || text.charAt(at) == 'E') && isExponent(text, at + 1);
  }

  private static boolean isExponent(String text, int from) {
    int at = from;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    // An exponent without digits is no number, but some readers are lenient.
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDateOrSexagesimal(String text) {
    char first = text.charAt(0);
    if (first < '0' || first > '9') {
      return false;
    }
    boolean separated = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '-') {
        separated = true;
      } else if ((c < '0' || c > '9') && "TtZz+._ \t".indexOf(c) < 0) {
        return false;
      }
    }
    return separated;
  }
}
