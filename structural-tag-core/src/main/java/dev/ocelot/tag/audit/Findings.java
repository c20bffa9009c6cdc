package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers findings; the same one twice counts once. */
final class Findings {
  private final Set<Finding> found = new LinkedHashSet<>();

  void add(Finding finding) {
    found.add(finding);
  }

  /** All findings: the worst first, then by file, line and column, then as they were found. */
  List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(found);
    sorted.sort(
        (a, b) -> {
          int bySeverity = a.rule().severity().compareTo(b.rule().severity());
          return bySeverity != 0 ? bySeverity : compare(a.location(), b.location());
        });
    return sorted;
  }

  private static int compare(Location a, Location b) {
    int byFile = file(a).compareTo(file(b));
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line(a), line(b));
    return byLine != 0 ? byLine : Integer.compare(column(a), column(b));
  }

  private static String file(Location location) {
    if (location instanceof Location.InText text) {
      return text.file();
    }
    return location.toString();
  }

  private static int line(Location location) {
    return location instanceof Location.InText text ? text.line() : 0;
  }

  private static int column(Location location) {
    return location instanceof Location.InText text ? text.column() : 0;
  }
}
