package dev.ocelot.packaging.publish.report;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** The time of a row as reports show it: to the second, in UTC. */
final class PublishedTime {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'UTC'", Locale.ROOT);

  private PublishedTime() {}

  static String shown(String timestamp) {
    try {
      return SHOWN.format(OffsetDateTime.parse(timestamp).withOffsetSameInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return timestamp.isEmpty() ? "-" : timestamp;
    }
  }
}
