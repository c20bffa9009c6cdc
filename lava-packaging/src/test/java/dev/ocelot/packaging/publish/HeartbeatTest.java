package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
  private static final String KEY = "lock:us-east-1:ocel";

  private final LayerService service;

  HeartbeatTest(@TempDir Path folder) {
    this.service = new DirectoryLayerService(folder);
  }

  private long lease() throws LayerServiceException {
    return service.table().row(KEY).flatMap(row -> row.number(HeldLock.LEASE)).orElse(0L);
  }

  private HeldLock held(LayerTable table) throws LayerServiceException {
    Retries retries = new Retries(RetryPolicy.DEFAULT, new FakeTiming(), () -> 0);
    return new LayerLocks(table, retries, LockPatience.DEFAULT)
        .acquire(new Region("us-east-1"), new LayerName("ocel"));
  }

  @Test
  void raisesTheCounterWhileALockIsKept() throws Exception {
    HeldLock lock = held(service.table());
    try (Heartbeat heartbeat = new Heartbeat(Duration.ofMillis(1))) {
      heartbeat.keep(lock);
      await().atMost(Duration.ofMinutes(1)).until(() -> lease() >= 5);
      heartbeat.drop(lock);
    }
    lock.release();

    assertThat(service.table().row(KEY)).isEmpty();
  }

  @Test
  void goesOnAfterABeatThatFailed() throws Exception {
    LayerService faulty =
        new FaultyLayerService(
            service,
            new FaultyLayerService.Script() {
              private int beats;

              @Override
              public Trouble next(String call) {
                return call.equals("replace") && beats++ < 3 ? Trouble.THROTTLED : Trouble.NONE;
              }
            });
    HeldLock lock = held(faulty.table());
    try (Heartbeat heartbeat = new Heartbeat(Duration.ofMillis(1))) {
      heartbeat.keep(lock);
      await().atMost(Duration.ofMinutes(1)).until(() -> lease() >= 3);
    }
    assertThat(lock.isLost()).isFalse();
  }
}
