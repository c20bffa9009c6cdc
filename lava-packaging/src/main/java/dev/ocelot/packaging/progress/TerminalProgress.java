package dev.ocelot.packaging.progress;

import dev.ocelot.packaging.progress.LiveProgress.Display;
import dev.ocelot.packaging.progress.LiveProgress.Job;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Progress for a person at a terminal: below the log, a line for each job that goes on, drawn anew
 * several times a second; when a job ends, its last line becomes part of the log.
 */
public final class TerminalProgress implements Progress {
  private static final Duration PERIOD = Duration.ofMillis(200);

  private final Screen screen;
  private final LiveProgress live;

  /**
   * Progress for a terminal that understands ANSI sequences.
   *
   * @param terminal takes text as it is to be written, line ends and sequences included
   * @param width how many columns the terminal has now
   */
  public TerminalProgress(Consumer<String> terminal, IntSupplier width) {
    this(terminal, width, System::nanoTime, Pulse.every(PERIOD));
  }

  TerminalProgress(Consumer<String> terminal, IntSupplier width, LongSupplier nanos, Pulse pulse) {
    this.screen = new Screen(terminal, width);
    this.live = new LiveProgress(screen, nanos, pulse);
  }

  @Override
  public JobProgress started(String job, Amount total) {
    return live.started(job, total);
  }

  /**
   * Writes something else to the same terminal: takes the lines of the jobs away, runs the action
   * and leaves them away until they are drawn the next time.
   *
   * @param action writes whole lines
   */
  public void above(Runnable action) {
    live.between(
        () -> {
          screen.clear();
          action.run();
        });
  }

  /** What stands below the log. */
  private static final class Screen implements Display {
    private final Consumer<String> terminal;
    private final IntSupplier width;
    private int drawn;

    Screen(Consumer<String> terminal, IntSupplier width) {
      this.terminal = terminal;
      this.width = width;
    }

    @Override
    public void look(List<Job> going) {
      draw("", going);
    }

    @Override
    public void finished(Job job, Outcome outcome, List<Job> going) {
      draw(PlainRenderer.finished(job.view(), outcome) + "\n", going);
    }

    private void draw(String log, List<Job> going) {
      List<String> frame =
          TerminalRenderer.frame(going.stream().map(Job::view).toList(), width.getAsInt());
      // In one piece, so that nothing flickers.
      terminal.accept(TerminalRenderer.erase(drawn) + log + TerminalRenderer.draw(frame));
      drawn = frame.size();
    }

    void clear() {
      if (drawn > 0) {
        terminal.accept(TerminalRenderer.erase(drawn));
        drawn = 0;
      }
    }
  }
}
