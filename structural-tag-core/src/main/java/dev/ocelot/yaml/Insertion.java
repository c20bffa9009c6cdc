package dev.ocelot.yaml;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts new entries into mappings, in the style of their neighbours. A text goes before the first
 * key that is greater; what holds a mapping goes to the end. A comment above a key stays with it.
 */
final class Insertion {
  private final Lines lines;
  private final int step;
  private final Replacements replacements;

  /**
   * Inserts.
   *
   * @param lines the file
   * @param step by how many columns a nested block is indented
   * @param replacements gets the insertions
   */
  Insertion(Lines lines, int step, Replacements replacements) {
    this.lines = lines;
    this.step = step;
    this.replacements = replacements;
  }

  /** Puts entries into a mapping; they come sorted. */
  void into(Layout.Mapping mapping, List<Map.Entry<String, Wanted>> missing) {
    if (missing.isEmpty()) {
      return;
    }
    String[] greatest = greatestSoFar(mapping.entries());
    QuoteStyles styles = new QuoteStyles(mapping.entries());
    Map<Integer, List<Map.Entry<String, Wanted>>> slots = new TreeMap<>();
    for (Map.Entry<String, Wanted> child : missing) {
      boolean text = child.getValue().value() != null;
      int slot = text ? slot(greatest, child.getKey()) : greatest.length;
      slots.computeIfAbsent(slot, s -> new ArrayList<>()).add(child);
    }
    for (Map.Entry<Integer, List<Map.Entry<String, Wanted>>> slot : slots.entrySet()) {
      if (mapping.flow()) {
        intoFlow(mapping, slot.getKey(), slot.getValue(), styles);
      } else {
        intoBlock(mapping, slot.getKey(), slot.getValue(), styles);
      }
    }
  }

  private static String[] greatestSoFar(List<Layout.Entry> entries) {
    String[] greatest = new String[entries.size()];
    for (int i = 0; i < greatest.length; i++) {
      String key = entries.get(i).key().text();
      boolean greater = i == 0 || CodePointOrder.INSTANCE.compare(key, greatest[i - 1]) > 0;
      greatest[i] = greater ? key : greatest[i - 1];
    }
    return greatest;
  }

  /** The index of the first entry with a greater key, found by halving. */
  private static int slot(String[] greatest, String key) {
    int low = 0;
    int high = greatest.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (CodePointOrder.INSTANCE.compare(greatest[middle], key) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void intoBlock(
      Layout.Mapping mapping,
      int slot,
      List<Map.Entry<String, Wanted>> children,
      QuoteStyles styles) {
    Layout.Entry neighbour = mapping.entries().get(Math.max(0, slot - 1));
    int column = column(neighbour);
    List<String> block = new ArrayList<>();
    for (Map.Entry<String, Wanted> child : children) {
      block(child, column, styles.at(Math.max(0, slot - 1)), block);
    }
    if (slot == 0) {
      int start = withComments(lines.start(neighbour.start()), column);
      String end = lines.endNear(neighbour.start());
      replacements.insert(start, String.join(end, block) + end);
    } else {
      after(neighbour.end(), block);
    }
  }

  /** Puts lines behind the line on which something ends. */
  private void after(int end, List<String> block) {
    int at = lines.isStart(end) ? end : lines.next(end);
    String lineEnd = lines.endBefore(at);
    if (!lineEnd.isEmpty()) {
      replacements.insert(at, String.join(lineEnd, block) + lineEnd);
    } else if (lines.isStart(at)) {
      replacements.insert(at, String.join("\n", block) + "\n");
    } else {
      lineEnd = lines.endNear(end);
      replacements.insert(at, lineEnd + String.join(lineEnd, block));
    }
  }

  private int column(Layout.Entry entry) {
    String blanks = lines.leadingBlanks(entry.start());
    if (blanks == null) {
      throw new ProblemException(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "beside \"" + entry.key().text() + "\" no key can be put in by a program")
              .at(entry.key().location())
              .withRemedy(Remedy.advice("Write every key at the start of a line of its own")));
    }
    return blanks.length();
  }

  /** The start of the comment that stands directly above a line, else of the line. */
  private int withComments(int lineStart, int column) {
    int start = lineStart;
    while (!lines.endBefore(start).isEmpty()) {
      int above = lines.start(start - lines.endBefore(start).length());
      if (lines.indent(above) != column || lines.at(above + column) != '#') {
        break;
      }
      start = above;
    }
    return start;
  }

  private void block(
      Map.Entry<String, Wanted> child, int column, QuoteStyles.Style style, List<String> block) {
    String start = " ".repeat(column) + ScalarWriter.write(child.getKey(), style.key()) + ":";
    String value = child.getValue().value();
    if (value != null) {
      block.add(start + " " + ScalarWriter.write(value, style.value()));
      return;
    }
    block.add(start);
    for (Map.Entry<String, Wanted> inner : child.getValue().children().entrySet()) {
      block(inner, column + step, QuoteStyles.PLAIN, block);
    }
  }

  /** Puts a block in the place of nothing, {@code null} or an empty mapping in braces. */
  void insteadOf(int start, int end, Layout.Entry entry, Wanted wanted) {
    int from = start;
    while (end > start && (lines.at(from - 1) == ' ' || lines.at(from - 1) == '\t')) {
      from--;
    }
    if (end > from) {
      replacements.replace(from, end, "");
    }
    after(end, blocks(wanted, column(entry) + step));
  }

  /** Writes a whole document: behind a document start that ends somewhere, else (-1) at the end. */
  void asDocument(int end, Wanted wanted) {
    after(end < 0 ? lines.length() : end, blocks(wanted, 0));
  }

  private List<String> blocks(Wanted wanted, int column) {
    List<String> block = new ArrayList<>();
    for (Map.Entry<String, Wanted> child : wanted.children().entrySet()) {
      block(child, column, QuoteStyles.PLAIN, block);
    }
    return block;
  }

  /** A mapping in braces. */
  String flow(Wanted wanted) {
    return "{" + pairs(List.copyOf(wanted.children().entrySet()), QuoteStyles.PLAIN, ", ") + "}";
  }

  private String pairs(
      List<Map.Entry<String, Wanted>> children, QuoteStyles.Style style, String separator) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, Wanted> child : children) {
      String value = child.getValue().value();
      String key = ScalarWriter.write(child.getKey(), style.key());
      String text =
          value == null ? flow(child.getValue()) : ScalarWriter.write(value, style.value());
      pairs.add(key + ": " + text);
    }
    return String.join(separator, pairs);
  }

  private void intoFlow(
      Layout.Mapping mapping,
      int slot,
      List<Map.Entry<String, Wanted>> children,
      QuoteStyles styles) {
    List<Layout.Entry> entries = mapping.entries();
    if (entries.isEmpty()) {
      replacements.insert(mapping.start() + 1, pairs(children, QuoteStyles.PLAIN, ", "));
      return;
    }
    Layout.Entry beside = entries.get(Math.min(slot, entries.size() - 1));
    String blanks = lines.leadingBlanks(beside.start());
    String separator = blanks == null ? ", " : "," + lines.endNear(beside.start()) + blanks;
    String text = pairs(children, styles.at(Math.max(0, slot - 1)), separator);
    if (slot < entries.size()) {
      replacements.insert(beside.start(), text + separator);
    } else if (lines.text(beside.end(), mapping.end()).indexOf('#') < 0) {
      replacements.insert(beside.end(), separator + text);
    } else {
      throw new ProblemException(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "behind \"" + beside.key().text() + "\" no key can be put in by a program")
              .at(beside.key().location())
              .withRemedy(Remedy.advice("Move the comment before the closing brace away")));
    }
  }
}
