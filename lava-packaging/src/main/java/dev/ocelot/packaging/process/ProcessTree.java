package dev.ocelot.packaging.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and everything that it started.
 *
 * <p>A descendant whose parent has ended cannot be found from the root any more, so each look
 * remembers all that are there. One that detaches between two looks is missed: it keeps running,
 * and nothing waits for it. A handle knows when its process started, so a number that is used again
 * is never mistaken.
 */
final class ProcessTree {
  private static final int ROUNDS = 20;
  private static final Duration POLL = Duration.ofMillis(20);

  private final ProcessHandle root;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  ProcessTree(ProcessHandle root) {
    this.root = root;
    known.add(root);
  }

  /** Remembers what is there now. */
  synchronized void look() {
    root.descendants().forEach(known::add);
  }

  private synchronized List<ProcessHandle> alive() {
    return known.stream().filter(ProcessHandle::isAlive).toList();
  }

  /** What is alive, and what that has started since the last look. */
  private synchronized List<ProcessHandle> aliveNow() {
    alive().forEach(process -> process.descendants().forEach(known::add));
    return alive();
  }

  /**
   * Ends all that is alive: politely, and after the grace by a signal that cannot be refused. Comes
   * back in any case, soon after the grace.
   */
  void end(Duration grace) {
    if (alive().isEmpty()) {
      return;
    }
    aliveNow().forEach(ProcessHandle::destroy);
    boolean interrupted = false;
    long limit = System.nanoTime() + grace.toNanos();
    while (!alive().isEmpty() && System.nanoTime() < limit) {
      interrupted |= pause();
    }
    // Again and again, since what is killed may just have started something.
    List<ProcessHandle> left = aliveNow();
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      left.forEach(ProcessHandle::destroyForcibly);
      interrupted |= pause();
      left = aliveNow();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
