package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.ProcessResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A client that starts a container and hands out its lines, on a thread of its own. Its standard
 * input, which is the container's, stays open for as long as this JVM lives.
 */
final class AttachedClient {
  /** Beyond the container's own limit, which somebody else watches. */
  private static final Duration MORE = Duration.ofMinutes(10);

  private final CompletableFuture<ProcessResult> result = new CompletableFuture<>();
  private final Cancellation ours = new Cancellation();
  private final Thread thread;

  AttachedClient(ContainerCommands container, Duration limit, Consumer<String> lines) {
    this.thread =
        new Thread(() -> run(container, limit.plus(MORE), lines), "container " + container.id());
    thread.setDaemon(true);
  }

  private void run(ContainerCommands container, Duration limit, Consumer<String> lines) {
    try {
      result.complete(container.startAttached(ours, limit, lines));
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  void start() {
    thread.start();
  }

  /** Somebody asked to give up: whoever waits is told. */
  void cancelled() {
    result.completeExceptionally(new CancelledException(thread.getName()));
  }

  /**
   * Waits for the client to end.
   *
   * @return whether it has
   * @throws RuntimeException what a consumer of lines threw, or a cancellation
   */
  boolean await(Duration atMost) throws InterruptedException {
    try {
      result.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** What the client returned; only after {@link #await} said that it has ended. */
  ProcessResult result() {
    return result.join();
  }

  /** Ends the client if it is still there, so that no line comes afterwards. */
  void leave(Duration atMost) {
    ours.cancel();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(atMost.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
