package dev.ocelot.packaging.collector.upstream;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a Go file before its package clause, which holds nothing but comments and blank
 * lines. Only there does Go heed {@code //go:build}.
 */
final class GoHeader {
  private final List<Integer> constraints = new ArrayList<>();
  private boolean comment;

  private GoHeader(SourceText file) {
    for (int i = 0; i < file.lines().size(); i++) {
      String line = file.lines().get(i).strip();
      if (!comment && line.matches("//go:build([ \\t].*)?")) {
        constraints.add(i + 1);
      }
      if (hasCode(line)) {
        return;
      }
    }
  }

  /** The numbers of the lines that hold a constraint. */
  static List<Integer> constraintLines(SourceText file) {
    return List.copyOf(new GoHeader(file).constraints);
  }

  private boolean hasCode(String line) {
    String rest = line;
    while (!rest.isEmpty()) {
      if (comment) {
        int end = rest.indexOf("*/");
        if (end < 0) {
          return false;
        }
        comment = false;
        rest = rest.substring(end + 2).strip();
      } else if (rest.startsWith("//")) {
        return false;
      } else if (rest.startsWith("/*")) {
        comment = true;
        rest = rest.substring(2);
      } else {
        return true;
      }
    }
    return false;
  }
}
