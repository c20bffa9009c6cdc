package dev.ocelot.packaging.process;

import dev.ocelot.packaging.process.Cancellation.Registration;
import dev.ocelot.packaging.process.ProcessResult.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches over one process on the thread that asked for it, until the process, what it started and
 * what uses its streams have ended, or their time is over.
 */
final class RunningProcess {
  private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);
  private static final long FIRST_LOOK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long RARE_LOOK = TimeUnit.SECONDS.toNanos(1);
  private static final int KILLED = 137;

  private final ProcessRequest request;
  private final Process process;
  private final ProcessTree tree;
  private final Events events = new Events();
  private final ProcessStreams streams;
  private final long began = System.nanoTime();
  private Ending ending = Ending.EXITED;
  private boolean exitedItself;
  private boolean givenUp;

  RunningProcess(ProcessRequest request, Process process) {
    this.request = request;
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.streams = new ProcessStreams(request, process, events);
  }

  ProcessResult supervise(JvmShutdown shutdown) {
    boolean interrupted = watch(shutdown);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (interrupted || events.isCancelled()) {
      throw new CancelledException(request.command());
    }
    int exitCode = process.isAlive() ? KILLED : process.exitValue();
    throwFailure(events.failure(), exitCode);
    Duration took = Duration.ofNanos(elapsed());
    return new ProcessResult(request.command(), ending, exitCode, streams.tail(), took);
  }

  /** Whether the thread was interrupted meanwhile. */
  private boolean watch(JvmShutdown shutdown) {
    Registration hook = guard(shutdown);
    Registration cancel = request.cancellation().onCancel(events::cancelled);
    try {
      streams.start();
      untilExit();
      untilDrained();
      return false;
    } catch (InterruptedException e) {
      return true;
    } finally {
      exitedItself = events.hasExited();
      tree.end(request.limits().grace());
      streams.abandon(request.limits().grace());
      cancel.close();
      hook.close();
    }
  }

  private Registration guard(JvmShutdown shutdown) {
    try {
      return shutdown.before("end " + request.argv().get(0), () -> tree.end(SHUTDOWN_GRACE));
    } catch (CancelledException tooLate) {
      tree.end(SHUTDOWN_GRACE);
      throw tooLate;
    }
  }

  private void untilExit() throws InterruptedException {
    long look = FIRST_LOOK;
    while (!events.hasExited() && !mustGiveUp()) {
      events.await(Math.min(look, untilLimit()));
      tree.look();
      look = Math.min(look * 2, RARE_LOOK);
    }
  }

  /**
   * After the end of the process: what is in the pipes is read, and what uses it comes to its end.
   * A pipe that stays open without a byte for the grace is held by something that was left behind.
   */
  private void untilDrained() throws InterruptedException {
    long grace = request.limits().grace().toNanos();
    events.touch();
    streams.processHasEnded();
    while (!events.arePipesClosed() && events.silence() < grace && !mustGiveUp()) {
      events.await(Math.min(grace - events.silence(), untilLimit()));
    }
    while (events.arePipesClosed() && !events.areStreamsDone() && !mustGiveUp()) {
      events.await(untilLimit());
    }
  }

  /** Whether to go no further; says why in {@link #ending}. */
  private boolean mustGiveUp() {
    if (givenUp) {
      return true;
    }
    if (elapsed() >= request.limits().time().toNanos()) {
      ending = Ending.TIMED_OUT;
      givenUp = true;
    } else if (events.silence() >= request.limits().stall().toNanos()) {
      ending = Ending.STALLED;
      givenUp = true;
    } else {
      givenUp = events.isCancelled() || events.hasFailed(request.limits().grace());
    }
    return givenUp;
  }

  private long elapsed() {
    return System.nanoTime() - began;
  }

  private long untilLimit() {
    long time = request.limits().time().toNanos() - elapsed();
    long stall = request.limits().stall().toNanos() - events.silence();
    return Math.min(time, stall);
  }

  private void throwFailure(@Nullable Throwable failure, int exitCode) {
    boolean consequence = events.isConsequence() && exitedItself && exitCode != 0;
    if (failure == null || ending != Ending.EXITED || consequence) {
      return;
    }
    if (failure instanceof IOException e) {
      throw new UncheckedIOException(e);
    }
    if (failure instanceof Error e) {
      throw e;
    }
    throw (RuntimeException) failure;
  }
}
