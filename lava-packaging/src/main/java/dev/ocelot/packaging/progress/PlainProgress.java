package dev.ocelot.packaging.progress;

import dev.ocelot.packaging.progress.LiveProgress.Display;
import dev.ocelot.packaging.progress.LiveProgress.Job;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress for a log: a line when a job has gone on for two seconds, one from time to time while it
 * goes on, and one when it ends. A job that is quick has the last line only.
 */
public final class PlainProgress implements Progress {
  private static final Duration QUICK = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final LiveProgress live;

  /**
   * Progress for a log.
   *
   * @param lines takes each line; called by one thread at a time
   * @param interval between two lines of one job
   */
  public PlainProgress(Consumer<String> lines, Duration interval) {
    this(lines, interval, System::nanoTime, Pulse.every(LOOK));
  }

  PlainProgress(Consumer<String> lines, Duration interval, LongSupplier nanos, Pulse pulse) {
    this.live = new LiveProgress(new Lines(lines, interval), nanos, pulse);
  }

  @Override
  public JobProgress started(String job, Amount total) {
    return live.started(job, total);
  }

  /** Writes lines. */
  private record Lines(Consumer<String> lines, Duration interval) implements Display {
    @Override
    public void look(List<Job> going) {
      for (Job job : going) {
        if (job.unseen().compareTo(job.wasSeen() ? interval : QUICK) >= 0) {
          job.seen();
          lines.accept(PlainRenderer.going(job.view()));
        }
      }
    }

    @Override
    public void finished(Job job, Outcome outcome, List<Job> going) {
      lines.accept(PlainRenderer.finished(job.view(), outcome));
    }
  }
}
