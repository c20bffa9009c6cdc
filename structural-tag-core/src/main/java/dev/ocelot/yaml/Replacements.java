package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans of a file with what shall stand there instead. Spans do not overlap. */
final class Replacements {
  private record Replacement(int start, int end, String text) {}

  private final List<Replacement> all = new ArrayList<>();

  /** Puts a text in the place of a span. */
  void replace(int start, int end, String text) {
    all.add(new Replacement(start, end, text));
  }

  /** Puts a text before a byte; texts for one place come out in the order of the calls. */
  void insert(int at, String text) {
    replace(at, at, text);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The file with everything replaced. */
  byte[] apply(byte[] bytes) {
    all.sort(Comparator.comparingInt(Replacement::start).thenComparingInt(Replacement::end));
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64 * all.size());
    int at = 0;
    for (Replacement replacement : all) {
      out.write(bytes, at, replacement.start() - at);
      out.writeBytes(replacement.text().getBytes(UTF_8));
      at = replacement.end();
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }
}
