package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.yaml.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The build tag that stands for one component, or for all of a kind.
 *
 * @param kind what the component does
 * @param name its name among those of the kind; {@code all} for every one
 */
public record ComponentTag(ComponentKind kind, String name) {
  private static final String FAMILY = "lambdacomponents";
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_]+)\\.([A-Za-z0-9_]+)\\.([A-Za-z0-9_]+)");

  /** The tags in words. */
  static final String WORDS = FAMILY + ".{" + String.join(",", ComponentKind.words()) + "}.<name>";

  /**
   * Reads a tag.
   *
   * @param text such as {@code lambdacomponents.exporter.clickhouse}
   * @return its parts, or empty when it is no such tag
   */
  public static Optional<ComponentTag> of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches() && parts.group(1).equals(FAMILY)
        ? ComponentKind.of(parts.group(2)).map(kind -> new ComponentTag(kind, parts.group(3)))
        : Optional.empty();
  }

  /** The tag that was probably meant by one that is not of the form. */
  static Optional<String> nearest(String text) {
    String[] parts = text.split("\\.", -1);
    return parts.length == 3 && parts[2].matches("[A-Za-z0-9_]+")
        ? NearMiss.nearest(parts[0], List.of(FAMILY))
            .flatMap(family -> NearMiss.nearest(parts[1], ComponentKind.words()))
            .map(kind -> new ComponentTag(ComponentKind.of(kind).orElseThrow(), parts[2]).text())
        : Optional.empty();
  }

  /**
   * The tag as it is written.
   *
   * @return such as {@code lambdacomponents.exporter.clickhouse}
   */
  public String text() {
    return FAMILY + "." + kind.word() + "." + name;
  }

  @Override
  public String toString() {
    return text();
  }
}
