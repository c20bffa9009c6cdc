package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.store.StoreEntry;
import dev.ocelot.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of one plan. The calling thread hands out steps and takes in results; only it touches the
 * state.
 */
final class PlanRun {
  private static final int MOST_THREADS = 64;

  private final Plan plan;
  private final StepRunner steps;
  private final PlanSettings settings;
  private final Map<StepId, Step> waiting = new LinkedHashMap<>();
  private final Map<StepId, StepResult> results = new HashMap<>();
  private final BlockingQueue<StepResult> arrived = new LinkedBlockingQueue<>();
  private int running;

  PlanRun(Plan plan, StepRunner steps, PlanSettings settings) {
    this.plan = plan;
    this.steps = steps;
    this.settings = settings;
    plan.steps().forEach(step -> waiting.put(step.id(), step));
  }

  PlanResult run() {
    if (waiting.isEmpty()) {
      return new PlanResult(List.of(), List.of());
    }
    ExecutorService threads = threads();
    boolean interrupted = false;
    try {
      handOut(threads);
      while (running > 0) {
        take(arrived.take());
        if (stopped()) {
          break;
        }
        handOut(threads);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      running -= threads.shutdownNow().size();
    }
    interrupted |= drain();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return result();
  }

  private ExecutorService threads() {
    AtomicInteger count = new AtomicInteger();
    return Executors.newFixedThreadPool(
        Math.min(waiting.size(), MOST_THREADS),
        task -> {
          Thread thread = new Thread(task, "ocelot-step-" + count.incrementAndGet());
          // A step that does not heed its interrupt must not keep the JVM alive.
          thread.setDaemon(true);
          return thread;
        });
  }

  private boolean stopped() {
    return settings.onFailure() == OnFailure.STOP
        && results.values().stream().anyMatch(StepResult.Failed.class::isInstance);
  }

  private void handOut(ExecutorService threads) {
    for (Step step : List.copyOf(waiting.values())) {
      StepId failed = failedBefore(step);
      if (failed != null) {
        waiting.remove(step.id());
        results.put(step.id(), new StepResult.Skipped(step.id(), failed));
      } else if (results.keySet().containsAll(step.after())) {
        waiting.remove(step.id());
        running++;
        Map<StepId, StoreEntry> before = entriesBefore(step);
        threads.execute(() -> arrived.add(steps.run(step, before)));
      }
    }
  }

  private @Nullable StepId failedBefore(Step step) {
    for (StepId id : step.after().stream().sorted().toList()) {
      StepResult result = results.get(id);
      if (result instanceof StepResult.Skipped skipped) {
        return skipped.because();
      } else if (result != null && !(result instanceof StepResult.Done)) {
        return id;
      }
    }
    return null;
  }

  private Map<StepId, StoreEntry> entriesBefore(Step step) {
    Map<StepId, StoreEntry> entries = new HashMap<>();
    for (StepId id : step.after()) {
      if (results.get(id) instanceof StepResult.Done done) {
        entries.put(id, done.entry());
      }
    }
    return entries;
  }

  private void take(StepResult result) {
    running--;
    results.put(result.id(), result);
  }

  /** Takes in what still ends after everything was cancelled; says whether we were interrupted. */
  private boolean drain() {
    boolean interrupted = false;
    long end = System.nanoTime() + settings.cancelWait().toNanos();
    while (running > 0 && System.nanoTime() < end) {
      try {
        StepResult result = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (result != null) {
          take(result);
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private PlanResult result() {
    List<StepResult> all = new ArrayList<>();
    for (Step step : plan.steps()) {
      all.add(results.getOrDefault(step.id(), new StepResult.Cancelled(step.id())));
    }
    List<Problem> warnings = steps.warnings();
    return new PlanResult(all, warnings);
  }
}
