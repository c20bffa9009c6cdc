package dev.ocelot.packaging.publish;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews the locks of this run while it uploads, on a thread of its own. */
final class Heartbeat implements AutoCloseable {
  private final Set<HeldLock> held = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beats;

  Heartbeat(Duration beat) {
    this.beats =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ocelot-publish-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        beats.scheduleWithFixedDelay(
            this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
  }

  void keep(HeldLock lock) {
    held.add(lock);
  }

  void drop(HeldLock lock) {
    held.remove(lock);
  }

  private void beat() {
    for (HeldLock lock : held) {
      try {
        lock.renew();
      } catch (LayerServiceException e) {
        // The next beat tries again; until the lease ends nothing is lost.
      }
    }
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }
}
