package dev.ocelot.packaging.collector.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of components that a collector has, and the types of each that it was built with. */
final class ComponentKinds {
  /** The sections of a configuration, each with the word that build tags have for it. */
  static final Map<String, String> SECTIONS =
      Map.of(
          "receivers", "receiver",
          "processors", "processor",
          "exporters", "exporter",
          "connectors", "connector",
          "extensions", "extension");

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

  private ComponentKinds() {}

  /** A configuration that makes a collector list the types that it knows. */
  static String question() {
    StringBuilder json = new StringBuilder("{");
    for (String section : new TreeSet<>(SECTIONS.keySet())) {
      json.append("\"%s\":{\"%s\":{}},".formatted(section, NOBODY));
    }
    return json.append("\"service\":{}}").toString();
  }

  /**
   * Reads the answer to {@link #question}.
   *
   * @param output what the collector printed
   * @return for each word of {@link #SECTIONS} the types; a kind that was not spoken of is missing
   */
  static SortedMap<String, NavigableSet<String>> read(List<String> output) {
    SortedMap<String, NavigableSet<String>> types = new TreeMap<>();
    Matcher matcher = VALID.matcher(String.join("\n", output));
    while (matcher.find()) {
      String kind = SECTIONS.get(matcher.group(1));
      if (kind != null) {
        NavigableSet<String> of = types.computeIfAbsent(kind, k -> new TreeSet<>());
        Arrays.stream(matcher.group(2).trim().split("[ ,]+", -1))
            .filter(type -> !type.isEmpty())
            .forEach(of::add);
      }
    }
    return types;
  }
}
