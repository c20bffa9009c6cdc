package dev.ocelot.packaging.ci;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Axes as JSON in one line. Their names and values need no escapes. */
final class MatrixJson {
  private MatrixJson() {}

  static String of(Map<String, List<String>> axes) {
    return axes.entrySet().stream()
        .map(
            axis -> "\"" + axis.getKey() + "\":[\"" + String.join("\",\"", axis.getValue()) + "\"]")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
