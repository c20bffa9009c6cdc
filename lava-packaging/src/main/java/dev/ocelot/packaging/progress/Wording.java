package dev.ocelot.packaging.progress;

import dev.ocelot.packaging.progress.Amount.Unit;
import java.time.Duration;
import java.util.Locale;

/** Puts amounts, times and what programs print into words. Pure. */
final class Wording {
  private static final long KILO = 1000;
  private static final long PERCENT = 100;

  private Wording() {}

  /** How far, such as {@code 3.2 MB of 12.0 MB (26 %)}; empty when nothing can be said. */
  static String howFar(Amount total, long done) {
    Unit unit = total.unit();
    if (total.total() == Amount.UNKNOWN || done > total.total()) {
      return done == 0 ? "" : count(unit, done);
    }
    long percent = total.total() == 0 ? PERCENT : percent(done, total.total());
    return count(unit, done) + " of " + count(unit, total.total()) + " (" + percent + " %)";
  }

  private static long percent(long done, long total) {
    return (long) Math.floor((double) done / total * PERCENT);
  }

  private static String count(Unit unit, long count) {
    return switch (unit) {
      case ITEMS -> Long.toString(count);
      case BYTES -> bytes(count);
    };
  }

  private static String bytes(long count) {
    if (count < KILO) {
      return count + " B";
    }
    double shown = count;
    int power = -1;
    // Rounding must not show 1000.0 of one unit instead of 1.0 of the next.
    while (shown >= KILO - 0.05) {
      shown /= KILO;
      power++;
    }
    return String.format(Locale.ROOT, "%.1f %sB", shown, "kMGTPE".charAt(power));
  }

  /** How long, such as {@code 0.3 s}, {@code 14 s}, {@code 2 min 05 s} or {@code 1 h 02 min}. */
  static String howLong(Duration took) {
    long seconds = took.toSeconds();
    if (seconds < 10) {
      return seconds + "." + took.toMillis() / 100 % 10 + " s";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }

  /**
   * A line as it may be shown: what a program prints may hold anything, also what moves a cursor or
   * changes a title.
   */
  static String harmless(String line) {
    return line.replaceAll(
            "\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)", "")
        .replace('\t', ' ')
        .replaceAll("\\p{Cntrl}|[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]", "")
        .strip();
  }
}
