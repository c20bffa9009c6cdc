package dev.ocelot.packaging.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happened to a process, told by several threads to the one that watches over it. */
final class Events {
  private boolean news;
  private int pipes;
  private int users;
  private boolean exited;
  private boolean cancelled;
  private @Nullable Throwable failure;
  private boolean consequence;
  private long failedAt;
  private long heard = System.nanoTime();

  synchronized void exited() {
    exited = true;
    changed();
  }

  synchronized void cancelled() {
    cancelled = true;
    changed();
  }

  /**
   * A callback threw; only the first counts.
   *
   * @param thrown what
   * @param afterEnd whether its stream had ended before, so that a process that failed is the cause
   */
  synchronized void failed(Throwable thrown, boolean afterEnd) {
    if (failure == null) {
      failure = thrown;
      consequence = afterEnd;
      failedAt = System.nanoTime();
    }
    changed();
  }

  /**
   * Whether a callback threw for a reason of its own. One that threw after the end of its stream
   * may owe that to a process that fails, which is given a little time to say so by its exit code.
   */
  synchronized boolean hasFailed(Duration grace) {
    return failure != null && (!consequence || System.nanoTime() - failedAt >= grace.toNanos());
  }

  /** One more thread reads a pipe. */
  synchronized void pipeOpened() {
    pipes++;
  }

  synchronized void pipeClosed() {
    pipes--;
    changed();
  }

  /** One more thread runs a callback. */
  synchronized void userStarted() {
    users++;
  }

  synchronized void userDone() {
    users--;
    changed();
  }

  synchronized boolean arePipesClosed() {
    return pipes == 0;
  }

  /** Whether all callbacks have come back and nobody holds an output pipe. */
  synchronized boolean areStreamsDone() {
    return pipes == 0 && users == 0;
  }

  /** A byte went through a pipe. */
  synchronized void touch() {
    heard = System.nanoTime();
  }

  private synchronized void changed() {
    news = true;
    notifyAll();
  }

  /** Waits until something happens, at most for so long. */
  synchronized void await(long nanos) throws InterruptedException {
    if (!news) {
      // Rounded up to a millisecond, since a wait of zero has no end.
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
    }
    news = false;
  }

  synchronized boolean hasExited() {
    return exited;
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  synchronized @Nullable Throwable failure() {
    return failure;
  }

  synchronized boolean isConsequence() {
    return consequence;
  }

  synchronized long silence() {
    return System.nanoTime() - heard;
  }
}
