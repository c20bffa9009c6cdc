package dev.ocelot.packaging.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that a process printed, as many as a reader wants to see. */
final class OutputTail {
  private static final int LINES = 20;
  private static final int LONGEST = 1000;

  private final Deque<String> last = new ArrayDeque<>();

  synchronized void add(String line) {
    if (last.size() == LINES) {
      last.remove();
    }
    last.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
  }

  synchronized List<String> lines() {
    return List.copyOf(last);
  }
}
