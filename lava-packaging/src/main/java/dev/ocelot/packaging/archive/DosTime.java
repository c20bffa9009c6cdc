package dev.ocelot.packaging.archive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time stamps of zip files: local time of no zone, for which UTC is taken here. */
final class DosTime {
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

  private DosTime() {}

  /**
   * A time as zip files hold it.
   *
   * @param epochSeconds seconds since 1970
   * @return the date in the upper 16 bits, the time in the lower; the nearest time that can be
   *     held, in steps of two seconds
   */
  static int of(long epochSeconds) {
    LocalDateTime time =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(epochSeconds), ZoneOffset.UTC);
    if (time.isBefore(FIRST)) {
      time = FIRST;
    } else if (time.isAfter(LAST)) {
      time = LAST;
    }
    int date = (time.getYear() - 1980) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
    int clock = time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    return date << 16 | clock;
  }
}
