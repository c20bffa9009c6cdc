package dev.ocelot.packaging.component;

import java.time.Duration;
import java.util.Map;
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
    return amount(text, Map.of("s", 1L, "m", 60L, "h", 3600L))
        .map(Duration::ofSeconds)
        .filter(duration -> duration.compareTo(LONGEST) <= 0);
  }

  static Optional<Long> memory(String text) {
    return amount(text, Map.of("m", 1L << 20, "g", 1L << 30))
        .filter(bytes -> bytes >= LEAST_MEMORY);
  }

  /** At most nine digits times a unit, which no long is too small for. */
  private static Optional<Long> amount(String text, Map<String, Long> units) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.ofNullable(units.get(form.group(2)))
            .map(unit -> unit * Long.parseLong(form.group(1)))
        : Optional.empty();
  }
}
