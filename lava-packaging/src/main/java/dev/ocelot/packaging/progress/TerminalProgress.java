package dev.ocelot.packaging.progress;

import dev.ocelot.packaging.progress.LiveProgress.Display;
import dev.ocelot.packaging.progress.LiveProgress.Job;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Progress for a person at a terminal: below the log, a line for each job that goes on, drawn anew
 * several times a second; when a job ends, its last line becomes part of the log.
 *
 * <p>The cursor is never hidden and always stands below what is shown, so that a run which is
 * killed leaves a terminal that works.
 */
public final class TerminalProgress implements Progress, AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(200);

  private final Screen screen;
  private final LiveProgress live;

  /**
   * Progress for a terminal that understands ANSI sequences.
   *
   * @param log takes a line for each job that ended; it shows on the same terminal
   * @param terminal takes text as it is to be written, line ends and sequences included
   * @param size how large the terminal is now
   */
  public TerminalProgress(
      Consumer<String> log, Consumer<String> terminal, Supplier<WindowSize> size) {
    this(new Screen(log, terminal, size), System::nanoTime, Pulse.every(PERIOD));
  }

  TerminalProgress(Screen screen, LongSupplier nanos, Pulse pulse) {
    this.screen = screen;
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

  /** Takes the lines of the jobs away; whatever is heard after that is not shown. */
  @Override
  public void close() {
    live.close(screen::clear);
  }

  /** What stands below the log. */
  static final class Screen implements Display {
    private final Consumer<String> log;
    private final Consumer<String> terminal;
    private final Supplier<WindowSize> size;
    private int drawn;

    Screen(Consumer<String> log, Consumer<String> terminal, Supplier<WindowSize> size) {
      this.log = log;
      this.terminal = terminal;
      this.size = size;
    }

    @Override
    public void look(List<Job> going) {
      List<String> frame =
          TerminalRenderer.frame(going.stream().map(Job::view).toList(), size.get());
      // In one piece, so that nothing flickers.
      terminal.accept(TerminalRenderer.erase(drawn) + TerminalRenderer.draw(frame));
      drawn = frame.size();
    }

    @Override
    public void finished(Job job, Outcome outcome, List<Job> going) {
      clear();
      log.accept(PlainRenderer.finished(job.view(), outcome));
      if (!going.isEmpty()) {
        look(going);
      }
    }

    void clear() {
      if (drawn > 0) {
        terminal.accept(TerminalRenderer.erase(drawn));
        drawn = 0;
      }
    }
  }
}
