package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on several threads and takes the results in the order in which the work was given, in
 * the giver's thread. What comes out therefore does not depend on the number of threads.
 *
 * <p>Only so many bytes of results wait at a time, so memory does not grow with the work.
 *
 * @param <R> a result
 */
final class OrderedWork<R> implements AutoCloseable {
  /** Takes a result, in the thread that gives the work. */
  interface Sink<R> {
    void take(R result) throws IOException;
  }

  /** Enough that small pieces keep every thread at work while the oldest is a large one. */
  private static final long BYTES_PER_THREAD = 6L << 20;

  private static final int MOST_PENDING = 2_048;

  private record Pending<R>(Future<R> result, Sink<R> sink, long bytes) {}

  private final ExecutorService threads;
  private final long mostBytes;
  private final Deque<Pending<R>> pending = new ArrayDeque<>();
  private long pendingBytes;

  /**
   * Starts the threads.
   *
   * @param threadCount how many
   */
  OrderedWork(int threadCount) {
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            threadCount,
            work -> {
              Thread thread = new Thread(work, "ocelot-archive-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.mostBytes = BYTES_PER_THREAD * threadCount;
  }

  /**
   * Gives work. Waits for the oldest results when too many bytes are under way.
   *
   * @param bytes about how many it reads
   * @param work runs on any thread
   * @param sink takes its result, after those of all work that was given before
   * @throws IOException what older work threw
   */
  void give(long bytes, Callable<R> work, Sink<R> sink) throws IOException {
    while (!pending.isEmpty()
        && (pendingBytes + bytes > mostBytes || pending.size() >= MOST_PENDING)) {
      takeOldest();
    }
    pendingBytes += bytes;
    pending.addLast(new Pending<>(threads.submit(work), sink, bytes));
  }

  /**
   * Takes all results that are still under way.
   *
   * @throws IOException what the work threw
   */
  void finish() throws IOException {
    while (!pending.isEmpty()) {
      takeOldest();
    }
  }

  /** Stops work that was not taken, and waits until no thread touches a file any more. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        // Work reads or packs one chunk at most, so this ends soon.
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeOldest() throws IOException {
    Pending<R> oldest = pending.removeFirst();
    pendingBytes -= oldest.bytes();
    try {
      oldest.sink().take(oldest.result().get());
    } catch (ExecutionException e) {
      rethrow(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the work was cancelled");
    }
  }

  private static void rethrow(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    throw new IllegalStateException(cause);
  }
}
