package dev.ocelot.yaml;

import dev.ocelot.yaml.CanonicalValue.Scalar;
import dev.ocelot.yaml.CanonicalValue.ScalarType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of plain scalars and the texts that come of them, as PyYAML 6 has it (YAML 1.1, with
 * floats that need a point and a signed exponent).
 */
final class CanonicalTypes {
  private static final Pattern BOOLEAN =
      Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
              + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
              + "|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");
  private static final Pattern INTEGER =
      Pattern.compile(
          "[-+]?0b[0-1_]+"
              + "|[-+]?0[0-7_]+"
              + "|[-+]?(?:0|[1-9][0-9_]*)"
              + "|[-+]?0x[0-9a-fA-F_]+"
              + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)"
              + "([0-9][0-9]?):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
              + "(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9]{2}))?))?");

  /** Python refuses to convert longer decimal numbers. */
  private static final int MOST_DIGITS = 4300;

  private static final int MINUTES_OF_DAY = 24 * 60;

  private CanonicalTypes() {}

  /** The type that a plain scalar has. */
  static ScalarType of(String text) {
    if (ScalarForm.isNull(text)) {
      return ScalarType.NULL;
    }
    return switch (text) {
      case "<<" -> ScalarType.MERGE;
      case "=" -> ScalarType.VALUE;
      default -> {
        if (BOOLEAN.matcher(text).matches()) {
          yield ScalarType.BOOLEAN;
        }
        if (FLOAT.matcher(text).matches()) {
          yield ScalarType.FLOAT;
        }
        if (INTEGER.matcher(text).matches()) {
          yield ScalarType.INTEGER;
        }
        boolean timestamp = DATE.matcher(text).matches() || TIME.matcher(text).matches();
        yield timestamp ? ScalarType.TIMESTAMP : ScalarType.STRING;
      }
    };
  }

  /**
   * The value of a plain scalar.
   *
   * @return empty when PyYAML fails on it
   */
  static Optional<Scalar> value(String text) {
    ScalarType type = of(text);
    return switch (type) {
      case STRING, MERGE -> Optional.of(new Scalar(type, text));
      case NULL -> Optional.of(new Scalar(type, "null"));
      case BOOLEAN -> Optional.of(new Scalar(type, isTrue(text) ? "true" : "false"));
      case INTEGER -> integer(text).map(number -> new Scalar(type, number));
      case FLOAT -> floating(text).map(number -> new Scalar(type, number));
      case TIMESTAMP -> timestamp(text).map(time -> new Scalar(type, time));
      case VALUE -> Optional.empty();
    };
  }

  private static boolean isTrue(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      default -> false;
    };
  }

  private static Optional<String> integer(String text) {
    String digits = text.replace("_", "");
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    BigInteger value;
    if (digits.startsWith("0b") || digits.startsWith("0x")) {
      if (digits.length() == 2) {
        return Optional.empty();
      }
      value = new BigInteger(digits.substring(2), digits.charAt(1) == 'b' ? 2 : 16);
    } else if (digits.indexOf(':') >= 0) {
      value = BigInteger.ZERO;
      for (String part : digits.split(":", -1)) {
        value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
      }
    } else {
      value = new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
    }
    String decimal = (negative ? value.negate() : value).toString();
    boolean tooLong = decimal.length() > MOST_DIGITS || digits.length() > MOST_DIGITS;
    return tooLong ? Optional.empty() : Optional.of(decimal);
  }

  private static Optional<String> floating(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    double sign = digits.startsWith("-") ? -1 : 1;
    if (digits.startsWith("-") || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    if (digits.equals(".nan")) {
      return Optional.of(".nan");
    }
    double value;
    if (digits.equals(".inf")) {
      value = Double.POSITIVE_INFINITY;
    } else if (digits.indexOf(':') >= 0) {
      String[] parts = digits.split(":", -1);
      if (parts.length > 5) {
        return Optional.empty(); // beyond what both languages compute alike
      }
      value = 0;
      double base = 1;
      for (int i = parts.length - 1; i >= 0; i--) {
        value += Double.parseDouble(parts[i]) * base;
        base *= 60;
      }
    } else {
      value = Double.parseDouble(digits);
    }
    return Optional.of(PythonFloat.text(sign * value));
  }

  private static Optional<String> timestamp(String text) {
    try {
      Matcher date = DATE.matcher(text);
      if (date.matches()) {
        return date(date).map(LocalDate::toString);
      }
      Matcher time = TIME.matcher(text);
      return time.matches() ? dateTime(time) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // a day or an hour that does not exist
    }
  }

  private static Optional<LocalDate> date(Matcher match) {
    LocalDate date = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
    return date.getYear() == 0 ? Optional.empty() : Optional.of(date);
  }

  private static Optional<String> dateTime(Matcher match) {
    Optional<LocalDate> date = date(match);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    LocalDateTime time = date.get().atTime(number(match, 4), number(match, 5), number(match, 6));
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s %02d:%02d:%02d",
                time.toLocalDate(),
                time.getHour(),
                time.getMinute(),
                time.getSecond()));
    String fraction = match.group(7) == null ? "" : match.group(7);
    String micros = (fraction + "000000").substring(0, 6);
    text.append(micros.equals("000000") ? "" : "." + micros);
    if (match.group(8) != null) {
      int offset = match.group(9) == null ? 0 : number(match, 10) * 60 + minutes(match);
      if (offset >= MINUTES_OF_DAY) {
        return Optional.empty();
      }
      char sign = "-".equals(match.group(9)) && offset > 0 ? '-' : '+';
      text.append(String.format(Locale.ROOT, "%c%02d:%02d", sign, offset / 60, offset % 60));
    }
    return Optional.of(text.toString());
  }

  private static int minutes(Matcher match) {
    return match.group(11) == null ? 0 : number(match, 11);
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
