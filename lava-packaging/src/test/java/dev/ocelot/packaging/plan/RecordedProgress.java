package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears. */
final class RecordedProgress implements Progress {
  private final List<String> events = new CopyOnWriteArrayList<>();

  /** Every event in one line. */
  List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public JobProgress started(String job, Amount total) {
    events.add(job + ": started");
    return new JobProgress() {
      @Override
      public void advanced(long by) {
        events.add(job + ": advanced by " + by);
      }

      @Override
      public void line(String text) {
        events.add(job + ": " + text);
      }

      @Override
      public void finished(Outcome outcome) {
        events.add(job + ": " + outcome.kind() + " " + outcome.text());
      }
    };
  }
}
