package dev.ocelot.packaging.progress;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Keeps the jobs that go on, and tells a display when one begins, when one ends, and when it is
 * time to look. All calls of the display come one at a time.
 */
final class LiveProgress implements Progress {
  private final Display display;
  private final LongSupplier nanos;
  private final Pulse pulse;
  private final Set<Job> going = new LinkedHashSet<>();
  private boolean beats;
  private boolean closed;

  /** Shows jobs. */
  interface Display {

    /** Time to look. */
    void look(List<Job> going);

    /** A job ended; it is not among those that go on any more. */
    void finished(Job job, Outcome outcome, List<Job> going);
  }

  LiveProgress(Display display, LongSupplier nanos, Pulse pulse) {
    this.display = display;
    this.nanos = nanos;
    this.pulse = pulse;
  }

  @Override
  public synchronized JobProgress started(String name, Amount total) {
    Job job = new Job(name, total);
    if (closed) {
      return job;
    }
    going.add(job);
    if (!beats) {
      beats = true;
      pulse.start(this::beat);
    }
    return job;
  }

  private synchronized boolean beat() {
    if (!going.isEmpty()) {
      display.look(List.copyOf(going));
    }
    beats = !going.isEmpty();
    return beats;
  }

  private synchronized void end(Job job, Outcome outcome) {
    if (going.remove(job)) {
      display.finished(job, outcome, List.copyOf(going));
    }
  }

  /** Runs an action that must not come between two calls of the display. */
  synchronized void between(Runnable action) {
    action.run();
  }

  /** Shows nothing from now on; the action takes away what is shown. */
  synchronized void close(Runnable action) {
    closed = true;
    going.clear();
    action.run();
  }

  /** One job, and when it was shown. */
  final class Job implements JobProgress {
    private final String name;
    private final Amount total;
    private final long began = nanos.getAsLong();
    private long shown = began;
    private long done;
    private String line = "";

    private Job(String name, Amount total) {
      this.name = name;
      this.total = total;
    }

    @Override
    public synchronized void advanced(long by) {
      if (by < 0) {
        throw new IllegalArgumentException("backwards: " + by);
      }
      done += by;
    }

    @Override
    public synchronized void line(String text) {
      line = text;
    }

    @Override
    public void finished(Outcome outcome) {
      end(this, outcome);
    }

    synchronized JobView view() {
      return new JobView(
          name, total, done, line, Duration.ofNanos(Math.max(0, nanos.getAsLong() - began)));
    }

    /** How long it has not been shown, since its beginning at first. */
    synchronized Duration unseen() {
      return Duration.ofNanos(nanos.getAsLong() - shown);
    }

    synchronized boolean wasSeen() {
      return shown != began;
    }

    synchronized void seen() {
      shown = nanos.getAsLong();
    }
  }
}
