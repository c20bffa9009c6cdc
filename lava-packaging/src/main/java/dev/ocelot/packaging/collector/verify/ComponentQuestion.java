package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.collector.distribution.ComponentKind;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a collector is asked for the types of components that it was built with, and its answer. */
final class ComponentQuestion {
  /** A type that no component has. */
  static final String NOBODY = "ocelotverify";

  /** As the collector words it; quotes may stand in JSON's escapes. */
  private static final Pattern VALID =
      Pattern.compile(
          "'([a-z]+)'[^']{0,200}?unknown type: \\\\?\""
              + NOBODY
              + "\\\\?\" for id: \\\\?\""
              + NOBODY
              + "\\\\?\" \\(valid values: \\[([^\\]]*)\\]\\)");

  private ComponentQuestion() {}

  /** A configuration that makes a collector list the types that it knows. */
  static String question() {
    StringBuilder json = new StringBuilder("{");
    for (ComponentKind kind : ComponentKind.values()) {
      json.append("\"%s\":{\"%s\":{}},".formatted(kind.section(), NOBODY));
    }
    return json.append("\"service\":{}}").toString();
  }

  /**
   * Reads the answer to {@link #question}.
   *
   * @param output what the collector printed
   * @return the types of each kind; one that was not spoken of is missing
   */
  static SortedMap<ComponentKind, NavigableSet<String>> read(List<String> output) {
    SortedMap<ComponentKind, NavigableSet<String>> types = new TreeMap<>();
    Matcher matcher = VALID.matcher(String.join("\n", output));
    while (matcher.find()) {
      String section = matcher.group(1);
      Optional<ComponentKind> kind =
          Arrays.stream(ComponentKind.values())
              .filter(one -> one.section().equals(section))
              .findFirst();
      if (kind.isPresent()) {
        NavigableSet<String> of = types.computeIfAbsent(kind.get(), k -> new TreeSet<>());
        Arrays.stream(matcher.group(2).trim().split("[ ,]+", -1))
            .filter(type -> !type.isEmpty())
            .forEach(of::add);
      }
    }
    return types;
  }
}
