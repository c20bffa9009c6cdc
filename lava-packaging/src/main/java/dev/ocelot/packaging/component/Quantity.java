package dev.ocelot.packaging.component;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as people write them in settings. */
final class Quantity {
  /** The legal form of a duration, in words. */
  static final String DURATION = "a number with s, m or h, such as 10m, of at most 24h";

  /** The legal form of an amount of memory, in words. */
  static final String MEMORY = "a number with m or g, such as 512m or 4g, of at least 16m";

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})([smhg])");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final long LEAST_MEMORY = 16L << 20;

  private Quantity() {}

  static Optional<Duration> duration(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(form.group(1));
    return Optional.ofNullable(
            switch (form.group(2)) {
              case "s" -> Duration.ofSeconds(number);
              case "m" -> Duration.ofMinutes(number);
              case "h" -> Duration.ofHours(number);
              default -> null;
            })
        .filter(duration -> duration.compareTo(LONGEST) <= 0);
  }

  static Optional<Long> memory(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(form.group(1));
    return Optional.ofNullable(
            switch (form.group(2)) {
              case "m" -> number << 20;
              case "g" -> number << 30;
              default -> null;
            })
        .filter(bytes -> bytes >= LEAST_MEMORY);
  }
}
