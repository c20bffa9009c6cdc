package dev.ocelot.packaging.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Works on many things at once and answers in their order.
 *
 * @param threads the most things at once, at least 1
 */
record Parallel(int threads) {
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  /** The answer for each item. A defect in one ends the whole work. */
  <T, R> List<R> map(List<T> items, Function<T, R> work) throws InterruptedException {
    if (items.isEmpty()) {
      return List.of();
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, items.size()),
            task -> {
              Thread thread = new Thread(task, "ocelot-publish");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<R>> answers = new ArrayList<>();
      for (T item : items) {
        answers.add(pool.submit(() -> work.apply(item)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> answer : answers) {
        results.add(answer.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      end(pool);
    }
  }

  /** A function throws nothing else. */
  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException defect
        ? defect
        : new IllegalStateException("while publishing", e);
  }

  /** Lets what is still running come to its end, so that the account of it is right. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = false;
    long start = System.nanoTime();
    while (!pool.isTerminated() && System.nanoTime() - start < LONGEST_END.toNanos()) {
      try {
        var unused = pool.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
