package dev.ocelot.concurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work for many items on several threads; the results stand in the order of the
 * items.
 *
 * <p>The calling thread works too. So nothing waits for a pool that is busy with other things, and
 * the wait at the end is for items that other threads have begun.
 */
public final class ParallelMap implements AutoCloseable {
  /** Below this many items a second thread costs more than it brings. */
  private static final int WORTH_THREADS = 32;

  private final Executor pool;
  private final int threads;
  private final int fewest;
  private final Runnable end;

  /**
   * Work on a pool that the caller owns and ends.
   *
   * @param pool runs what the calling thread does not
   * @param threads how many threads may work at a time, the calling one included; at least 1
   */
  public ParallelMap(Executor pool, int threads) {
    this(pool, threads, 2, () -> {});
  }

  private ParallelMap(Executor pool, int threads, int fewest, Runnable end) {
    this.pool = pool;
    this.threads = Math.max(1, threads);
    this.fewest = fewest;
    this.end = end;
  }

  /**
   * Work on every processor, with threads of its own that begin when there is enough to do.
   *
   * @return to be closed when no work is left
   */
  public static ParallelMap onAllProcessors() {
    int processors = Runtime.getRuntime().availableProcessors();
    if (processors == 1) {
      return onCallingThread();
    }
    ExecutorService own = Executors.newFixedThreadPool(processors - 1);
    return new ParallelMap(own, processors, WORTH_THREADS, own::shutdownNow);
  }

  /**
   * Work on the calling thread alone.
   *
   * @return without a pool
   */
  public static ParallelMap onCallingThread() {
    return new ParallelMap(Runnable::run, 1);
  }

  /**
   * Does the work.
   *
   * @param <T> the items
   * @param <R> the results
   * @param items in order
   * @param work what is done for each; must be safe for several threads
   * @return a result for each item, in their order
   * @throws CancellationException when the calling thread is interrupted; items that nobody has
   *     begun are then left out
   */
  public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
    Run<T, R> run = new Run<>(items, work);
    int others = items.size() < fewest ? 0 : Math.min(threads, items.size()) - 1;
    for (int i = 0; i < others; i++) {
      pool.execute(run);
    }
    run.run();
    return run.results();
  }

  /** Ends the threads, when they are its own. */
  @Override
  public void close() {
    end.run();
  }

  private static final class Run<T, R> implements Runnable {
    private final List<T> items;
    private final Function<? super T, ? extends R> work;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;
    private final List<@Nullable R> results; // each place is set by one thread, before it counts
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Run(List<T> items, Function<? super T, ? extends R> work) {
      this.items = items;
      this.work = work;
      this.left = new CountDownLatch(items.size());
      this.results = new ArrayList<>(Collections.nCopies(items.size(), null));
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            results.set(i, work.apply(items.get(i)));
          }
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          left.countDown();
        }
      }
    }

    List<R> results() {
      try {
        left.await();
      } catch (InterruptedException e) {
        next.set(items.size());
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while others were working");
      }
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
      List<R> list = new ArrayList<>(items.size());
      for (R result : results) {
        if (result == null) {
          throw new IllegalStateException("work gave no result for item " + list.size());
        }
        list.add(result);
      }
      return list;
    }
  }
}
