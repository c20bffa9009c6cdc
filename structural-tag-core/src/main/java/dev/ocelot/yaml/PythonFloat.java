package dev.ocelot.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Floating-point numbers as PyYAML writes them: Python's {@code repr}, the shortest text that reads
 * as the same number, with a point added where it has none. {@link Double#toString} is not always
 * the shortest.
 */
final class PythonFloat {
  private static final int MOST_DIGITS = 17;

  private PythonFloat() {}

  /** The text of a number. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    boolean negative = value < 0 || 1 / value < 0;
    return (negative ? "-" : "") + positive(Math.abs(value));
  }

  private static String positive(double value) {
    if (value == 0) {
      return "0.0";
    }
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale(); // the point stands behind so many digits
    if (point > 16 || point < -3) {
      String fraction = digits.length() == 1 ? "0" : digits.substring(1);
      int exponent = point - 1;
      char sign = exponent < 0 ? '-' : '+';
      return String.format(
          Locale.ROOT, "%c.%se%c%02d", digits.charAt(0), fraction, sign, Math.abs(exponent));
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length()) + ".0";
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }
}
