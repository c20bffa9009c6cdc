package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes random documents with a mapping {@code variables}, in every style that a person could use,
 * and remembers the pieces: between two pieces of an editable value nothing may change.
 */
final class RandomYaml {
  private static final String[] LINE_ENDS = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n"};
  private static final String[] NOISE = {
    "# comment", "#", "# \uD83D\uDC08 caf\u00e9: {", "   # 'quote", "# - \"x", "# &a *b !c"
  };
  private static final String HEX = "0123456789abcdef";

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> between = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final boolean mixedEnds;
  private final String lineEnd;
  private int anchors;

  RandomYaml(long seed) {
    random = new Random(seed);
    mixedEnds = random.nextInt(4) == 0;
    lineEnd = LINE_ENDS[random.nextInt(3)];
    document();
  }

  /** The document. */
  byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  private String text() {
    StringBuilder all = new StringBuilder();
    int i = 0;
    for (String value : spelt) {
      all.append(between.get(i++)).append(value);
    }
    return all.append(between.get(i)).toString();
  }

  /** What stands around the values, in order; one more than there are values. */
  List<String> between() {
    return between;
  }

  /** The values by key, in the order of the file. */
  Map<String, String> values() {
    return values;
  }

  private final List<String> spelt = new ArrayList<>();

  private void document() {
    text.append(random.nextInt(6) == 0 ? "\uFEFF" : "");
    noise(0);
    if (random.nextInt(5) == 0) {
      text.append("---").append(end());
    }
    neighbour("before");
    boolean flow = random.nextInt(3) == 0;
    text.append(random.nextBoolean() ? "variables:" : "\"variables\" :");
    if (random.nextInt(4) == 0) {
      text.append(" &v").append(anchors++);
    }
    if (flow) {
      flow();
    } else {
      block();
    }
    neighbour("later");
    if (random.nextInt(6) == 0) {
      text.append("...").append(end());
    }
    noise(0);
    trim();
    between.add(text.toString());
  }

  /** Takes the final line end away now and then. */
  private void trim() {
    if (random.nextInt(4) == 0) {
      while (text.length() > 0 && "\r\n".indexOf(text.charAt(text.length() - 1)) >= 0) {
        text.setLength(text.length() - 1);
      }
    }
  }

  private void neighbour(String name) {
    switch (random.nextInt(7)) {
      case 0 -> text.append(name).append(": [a, {b: c}, 'd']").append(end());
      case 1 -> {
        text.append(name).append(": |").append(end());
        text.append("  K1: not a key").append(end()).append("  # no comment").append(end());
      }
      case 2 -> {
        text.append(name).append(":").append(end()).append("- !reference [x, y]").append(end());
        text.append("- a: b").append(end()).append("  c: \"d\"").append(end());
      }
      case 3 -> text.append("'").append(name).append("': \"\uD83D\uDC08 \\\" \"").append(end());
      case 4 -> text.append(name).append(": a b").append(end()).append("  c d").append(end());
      default -> noise(0);
    }
  }

  private void block() {
    text.append(random.nextBoolean() ? "" : " # why").append(end());
    String indent = " ".repeat(1 + random.nextInt(4));
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      noise(indent.length());
      text.append(indent).append(key(i)).append(":");
      text.append(" ".repeat(1 + random.nextInt(3)));
      properties();
      value(i);
      text.append(random.nextInt(4) == 0 ? "  # note 'x" : " ".repeat(random.nextInt(2)));
      text.append(end());
    }
  }

  private void flow() {
    boolean lines = random.nextBoolean();
    text.append(" {");
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",");
      text.append(lines ? end() + "    " : " ".repeat(random.nextInt(2)));
      text.append(key(i)).append(": ");
      properties();
      value(i);
    }
    text.append(random.nextInt(3) == 0 ? "," : "");
    text.append(lines ? end() + "  " : "").append("}").append(end());
  }

  private String key(int i) {
    String key = "K" + i;
    return switch (random.nextInt(4)) {
      case 0 -> "'" + key + "'";
      case 1 -> "\"" + key + "\"";
      default -> key;
    };
  }

  private void properties() {
    if (random.nextInt(5) == 0) {
      text.append("&a").append(anchors++).append(" ");
    }
    if (random.nextInt(8) == 0) {
      text.append("!!str ");
    }
  }

  private void value(int i) {
    String tag = tag();
    between.add(text.toString());
    text.setLength(0);
    values.put("K" + i, tag);
    spelt.add(
        switch (random.nextInt(3)) {
          case 0 -> "'" + tag + "'";
          case 1 -> "\"" + tag + "\"";
          default -> tag;
        });
  }

  /** A tag, or something else that may stand there without quotes. */
  String tag() {
    int length = random.nextInt(5) == 0 ? 1 + random.nextInt(8) : 32;
    String digits = random.nextInt(4) == 0 ? HEX.substring(0, 10) : HEX;
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < length; i++) {
      tag.append(digits.charAt(random.nextInt(digits.length())));
    }
    return tag.toString();
  }

  private void noise(int column) {
    while (random.nextInt(3) == 0) {
      text.append(" ".repeat(column)).append(NOISE[random.nextInt(NOISE.length)]).append(end());
    }
    text.append(random.nextInt(5) == 0 ? end() : "");
  }

  private String end() {
    return mixedEnds ? LINE_ENDS[random.nextInt(LINE_ENDS.length)] : lineEnd;
  }
}
