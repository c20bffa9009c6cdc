package dev.ocelot.tag.audit;

import dev.ocelot.digest.Digest;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.ComponentName;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The components whose computed tag is not the declared one, which is when image tags must change.
 *
 * @param computed their computed tags
 * @param date the day that new image tags begin with; an audit has no clock of its own
 */
public record StaleComponents(SortedMap<ComponentName, Tag> computed, LocalDate date) {
  /** An image tag has at most 19 characters: the day, a hyphen and this many. */
  private static final int WORD = 10;

  private static final int DIGITS = 4;

  /** Keeps a copy. */
  public StaleComponents {
    computed = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(computed));
  }

  /**
   * The stale components.
   *
   * @param computed their computed tags
   * @param date the day of new image tags
   * @return the components
   */
  public static StaleComponents of(Map<ComponentName, Tag> computed, LocalDate date) {
    return new StaleComponents(new TreeMap<>(computed), date);
  }

  /**
   * The stale components of a check: those that {@link CheckReport#stale()} names.
   *
   * @param report what a check found
   * @param date the day of new image tags
   * @return the components
   */
  public static StaleComponents of(CheckReport report, LocalDate date) {
    Set<ComponentName> stale = Set.copyOf(report.stale());
    SortedMap<ComponentName, Tag> computed = new TreeMap<>();
    for (TagResult result : report.results()) {
      if (stale.contains(result.component().name())) {
        result
            .computation()
            .ifPresent(found -> computed.put(result.component().name(), found.computed().tag()));
      }
    }
    return new StaleComponents(computed, date);
  }

  boolean contains(ComponentName component) {
    return computed.containsKey(component);
  }

  /**
   * A new value for the tag of an image that holds some of the components: the day, and a word that
   * two people who work on different changes do not both get. The same tags give the same word.
   */
  String imageTag(List<ComponentName> components) {
    StringBuilder tags = new StringBuilder();
    components.stream()
        .sorted()
        .forEach(component -> tags.append(component).append(' ').append(computed.get(component)));
    String digits = Digest.SHA256.of(tags.toString()).substring(0, DIGITS);
    String name = components.stream().sorted().findFirst().orElseThrow().canonical();
    String word = name.substring(0, Math.min(WORD - DIGITS - 1, name.length()));
    return DateTimeFormatter.BASIC_ISO_DATE.format(date)
        + "-"
        + word.replaceAll("-+$", "")
        + "-"
        + digits;
  }
}
