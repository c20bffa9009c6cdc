package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.Cancellation.Registration;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs one container to its end.
 *
 * <p>A client is attached for the output, and never trusted for the end: it may hang after the
 * container has ended, or end while the container goes on. So the engine is asked, from time to
 * time and at the end, and what it says counts.
 */
final class ContainerRun {
  private final ContainerCommands container;
  private final Patience patience;
  private final Cancellation cancellation;

  /**
   * How long to wait for what should be quick.
   *
   * @param look between two looks at a container whose client is still attached
   * @param settling until client and container agree
   */
  record Patience(Duration look, Duration settling) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofSeconds(10));
  }

  ContainerRun(ContainerCommands container, Cancellation cancellation, Patience patience) {
    this.container = container;
    this.cancellation = cancellation;
    this.patience = patience;
  }

  ContainerEnd run(Duration limit, Consumer<String> lines) {
    AttachedClient client = new AttachedClient(container, limit, lines);
    Registration cancel = cancellation.onCancel(client::cancelled);
    client.start();
    boolean ended = false;
    try {
      boolean inTime = untilEnd(client, limit);
      if (!inTime) {
        container.kill();
      }
      boolean agreed = client.await(patience.settling());
      ContainerState state = settled();
      ended = true;
      if (!inTime) {
        return new ContainerEnd.TimedOut();
      }
      return agreed ? end(state, client.result(), limit) : state.end(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("container " + container.id());
    } finally {
      cancel.close();
      if (!ended) {
        Uninterrupted.call(container::kill);
      }
      client.leave(patience.settling());
    }
  }

  /** Whether the client or the container ended before the limit. */
  private boolean untilEnd(AttachedClient client, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
      Duration wait = Duration.ofNanos(Math.min(left, patience.look().toNanos()));
      if (client.await(wait) || container.state().hasEnded()) {
        return true;
      }
    }
    return false;
  }

  /** The state once the container does not run any more; it is killed when that takes too long. */
  private ContainerState settled() throws InterruptedException {
    ContainerState state = container.state();
    long deadline = System.nanoTime() + patience.settling().toNanos();
    while (state.isLive() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(100);
      state = container.state();
    }
    if (state.isLive()) {
      container.kill();
      throw new ProblemException(EngineFailure.lost(container.id()));
    }
    return state;
  }

  private ContainerEnd end(ContainerState state, ProcessResult client, Duration limit) {
    if (!state.hasEnded() && state.error().isEmpty()) {
      throw new ProblemException(EngineFailure.of(client, "cannot start a container"));
    }
    // Killed, and not what the client saw: the watchdog inside found the way to us broken.
    if (state.exitCode() == ContainerState.KILLED && client.exitCode() != ContainerState.KILLED) {
      throw new ProblemException(EngineFailure.lost(container.id()));
    }
    return state.end(limit);
  }
}
