package dev.ocelot.packaging.plan;

import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.KeyLock;
import dev.ocelot.packaging.store.Lookup;
import dev.ocelot.packaging.store.Scratch;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.packaging.store.StoreEntry;
import dev.ocelot.packaging.store.StoreProblems;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs one step: looks in the store, waits for whoever builds the same thing, looks again, takes
 * its share of the budget, works in a scratch folder and stores what came of it.
 *
 * <p>The lock comes before the share: whoever holds a share never waits for a lock, so what is
 * running always comes to its end.
 */
final class StepRunner {
  private final Store store;
  private final Budget budget;
  private final PlanSettings settings;
  private final Progress progress;
  private final Reasons reasons;
  private final Queue<Problem> warnings = new ConcurrentLinkedQueue<>();

  StepRunner(Store store, Budget budget, PlanSettings settings, Progress progress) {
    this.store = store;
    this.budget = budget;
    this.settings = settings;
    this.progress = progress;
    this.reasons = new Reasons(store.memory(settings.scope()));
  }

  /** What went wrong without failing a step. */
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** Never throws for what a step does: each end is a result. */
  StepResult run(Step step, Map<StepId, StoreEntry> results) {
    JobProgress job = progress.started(step.id().text(), Amount.unknown());
    StepResult result = new OneStep(step, results, job).end();
    job.finished(outcome(result));
    return result;
  }

  private static Problem defect(Step step, Throwable e) {
    return Problem.error(ProblemId.DEFECT, "the step " + step.id() + " ended in " + e)
        .withRemedy(Remedy.advice("run again with -e and report what it prints"));
  }

  private static Outcome outcome(StepResult result) {
    if (result instanceof StepResult.Reused) {
      return Outcome.done("reused");
    } else if (result instanceof StepResult.Built built) {
      return Outcome.done("built: " + built.reason());
    } else if (result instanceof StepResult.Failed failed) {
      return Outcome.failed(failed.problems().get(0).id().text());
    }
    return Outcome.cancelled();
  }

  /** One step under way. */
  private final class OneStep {
    private final Step step;
    private final Map<StepId, StoreEntry> results;
    private final JobProgress job;

    /** Why it has to run; empty until that is known. */
    private String reason = "";

    OneStep(Step step, Map<StepId, StoreEntry> results, JobProgress job) {
      this.step = step;
      this.results = results;
      this.job = job;
    }

    StepResult end() {
      try {
        StoreEntry entry = entry();
        reasons.remember(step);
        return reason.isEmpty()
            ? new StepResult.Reused(step.id(), entry)
            : new StepResult.Built(step.id(), entry, reason);
      } catch (ProblemException e) {
        return new StepResult.Failed(step.id(), reason, e.problems(), e);
      } catch (CancelledException | InterruptedException e) {
        return new StepResult.Cancelled(step.id());
      } catch (RuntimeException | Error e) {
        return new StepResult.Failed(step.id(), reason, List.of(defect(step, e)), e);
      }
    }

    private StoreEntry entry() throws InterruptedException {
      if (store.find(step.key()) instanceof Lookup.Hit hit) {
        return hit.entry();
      }
      try (KeyLock lock = store.lock(step.key(), lockWait())) {
        Lookup found = lock.find();
        if (found instanceof Lookup.Hit hit) {
          return hit.entry();
        }
        if (found instanceof Lookup.Damaged damaged) {
          warnings.add(StoreProblems.damaged(step.key(), step.id() + ", " + damaged.what()));
        }
        reason = reasons.reason(step, found);
        return budget.during(step.resources(), () -> built(lock));
      }
    }

    private LockWait lockWait() {
      return new LockWait(
          settings.lockWait(), holder -> job.line("waiting for " + holder + ", which builds it"));
    }

    private StoreEntry built(KeyLock lock) {
      try (Scratch scratch = store.scratch()) {
        Path output = scratch.folder("output");
        Path work = scratch.folder("work");
        job.line(reason);
        step.action().run(new StepContext(output, work, results, job));
        return lock.put(output);
      }
    }
  }
}
