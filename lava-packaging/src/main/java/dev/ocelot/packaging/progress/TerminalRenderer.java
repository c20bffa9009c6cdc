package dev.ocelot.packaging.progress;

import java.util.ArrayList;
import java.util.List;

/** The lines that a terminal shows for the jobs that go on, and how they are drawn anew. Pure. */
final class TerminalRenderer {
  private static final int MOST = 10;
  private static final String UP_AND_ERASE = "\u001b[1A\u001b[2K";

  /** A line that is wider than was thought must not become two, or too few would be erased. */
  private static final String WITHOUT_WRAPPING = "\u001b[?7l";

  private static final String WITH_WRAPPING = "\u001b[?7h";

  private TerminalRenderer() {}

  /**
   * One line a job, none wider than the terminal; beyond ten jobs, or what fits above the cursor's
   * line, the last says how many more.
   */
  static List<String> frame(List<JobView> jobs, WindowSize size) {
    List<String> lines = new ArrayList<>();
    int width = size.columns();
    int most = Math.max(1, Math.min(MOST, size.rows() - 1));
    int shown = jobs.size() <= most ? jobs.size() : most - 1;
    jobs.subList(0, shown).forEach(job -> lines.add(cut(PlainRenderer.going(job), width)));
    if (shown < jobs.size()) {
      lines.add(cut("and " + (jobs.size() - shown) + " more", width));
    }
    return lines;
  }

  /** One column is left free: a full line would wrap on some terminals. */
  private static String cut(String line, int width) {
    int room = Math.max(1, width - 1);
    if (line.codePointCount(0, line.length()) <= room) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, room - 1)) + "…";
  }

  /** What takes so many lines off the screen, with the cursor below the last. */
  static String erase(int lines) {
    return UP_AND_ERASE.repeat(lines);
  }

  static String draw(List<String> lines) {
    return lines.isEmpty()
        ? ""
        : WITHOUT_WRAPPING + String.join("\n", lines) + "\n" + WITH_WRAPPING;
  }
}
