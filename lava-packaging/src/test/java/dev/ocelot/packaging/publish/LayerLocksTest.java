package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerLocksTest {
  private static final Region EAST = new Region("us-east-1");
  private static final LayerName LAYER = new LayerName("ocel-amd64-hello");
  private static final String KEY = "lock:us-east-1:ocel-amd64-hello";
  private static final LockPatience PATIENCE =
      new LockPatience(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5));

  private final LayerService service;
  private final LayerTable table;

  LayerLocksTest(@TempDir Path folder) {
    this.service = new DirectoryLayerService(folder);
    this.table = service.table();
  }

  private LayerLocks locks(Timing timing) {
    return new LayerLocks(table, new Retries(RetryPolicy.DEFAULT, timing, () -> 0), PATIENCE);
  }

  private static Row lockOf(String owner, long lease) {
    return new Row(
        KEY,
        new TreeMap<>(
            Map.of(HeldLock.OWNER, new Row.Text(owner), HeldLock.LEASE, new Row.Whole(lease))));
  }

  @Test
  void isARowWhileItIsHeld() throws Exception {
    HeldLock lock = locks(new FakeTiming()).acquire(EAST, LAYER);
    assertThat(table.row(KEY).orElseThrow().number(HeldLock.LEASE)).contains(1L);

    lock.renew();
    assertThat(table.row(KEY).orElseThrow().number(HeldLock.LEASE)).contains(2L);

    lock.release();
    assertThat(table.row(KEY)).isEmpty();
    lock.renew();
    lock.release();
    assertThat(table.row(KEY)).isEmpty();
  }

  @Test
  void isOfOneLayerInOneRegion() throws Exception {
    LayerLocks locks = locks(new FakeTiming());
    locks.acquire(EAST, LAYER);
    locks.acquire(new Region("eu-west-1"), LAYER);

    assertThat(locks.acquire(EAST, new LayerName("other")).isLost()).isFalse();
  }

  @Test
  void waitsForALivingOwner() throws Exception {
    HeldLock first = locks(new FakeTiming()).acquire(EAST, LAYER);
    AtomicInteger polls = new AtomicInteger();
    FakeTiming timing =
        new FakeTiming(
            () -> {
              try {
                if (polls.incrementAndGet() < 200) {
                  first.renew();
                } else {
                  first.release();
                }
              } catch (LayerServiceException e) {
                throw new IllegalStateException(e);
              }
            });

    HeldLock second = locks(timing).acquire(EAST, LAYER);

    // Much longer than a lease: signs of life count, not time.
    assertThat(Duration.ofNanos(timing.nanos())).isEqualTo(Duration.ofSeconds(200));
    assertThat(first.isLost()).isTrue();
    assertThat(second.isLost()).isFalse();
  }

  @Test
  void isTakenOverWhenItsOwnerFallsSilent() throws Exception {
    HeldLock first = locks(new FakeTiming()).acquire(EAST, LAYER);
    FakeTiming timing = new FakeTiming();

    HeldLock second = locks(timing).acquire(EAST, LAYER);

    assertThat(Duration.ofNanos(timing.nanos())).isEqualTo(PATIENCE.lease());
    assertThat(table.row(KEY).orElseThrow().number(HeldLock.LEASE)).contains(2L);
    first.renew();
    assertThat(first.isLost()).isTrue();
    first.release();
    assertThat(table.row(KEY)).isPresent();
    second.release();
    assertThat(table.row(KEY)).isEmpty();
  }

  @Test
  void aLivingOwnerIsNotWaitedForWithoutEnd() throws Exception {
    AtomicInteger lease = new AtomicInteger(1);
    assertThat(table.create(lockOf("somebody", 1))).isTrue();
    FakeTiming timing =
        new FakeTiming(
            () -> {
              Row before = lockOf("somebody", lease.get());
              try {
                assertThat(table.replace(before, lockOf("somebody", lease.incrementAndGet())))
                    .isTrue();
              } catch (LayerServiceException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> locks(timing).acquire(EAST, LAYER))
        .withMessageContaining("another run has been publishing ocel-amd64-hello to us-east-1")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
  }

  @Test
  void isTakenAtOnceFromAProcessThatEnded() throws Exception {
    Process ended = new ProcessBuilder("sleep", "0").start();
    LockOwner me = LockOwner.current();
    LockOwner gone = new LockOwner(me.machine(), ended.pid(), "1", "token");
    assertThat(ended.waitFor()).isZero();
    table.create(lockOf(gone.text(), 7));
    FakeTiming timing = new FakeTiming();

    HeldLock lock = locks(timing).acquire(EAST, LAYER);

    assertThat(lock.isLost()).isFalse();
    assertThat(timing.pauses()).isEmpty();
    assertThat(table.row(KEY).orElseThrow().number(HeldLock.LEASE)).contains(8L);
  }

  @Test
  void anOwnerIsKnownByMachineProcessAndStart() {
    LockOwner me = LockOwner.current();
    assertThat(me.isGone()).isFalse();
    assertThat(LockOwner.parse(me.text())).isEqualTo(me);
    assertThat(new LockOwner(me.machine(), me.pid(), "1", "").isGone()).isTrue();
    assertThat(new LockOwner("another", me.pid(), "1", "").isGone()).isFalse();
    assertThat(new LockOwner(me.machine(), me.pid(), "", "").isGone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "somebody", "a|b|c|d", "a|1|2", "|||", "a|99999999999999999999|1|t"})
  void anOwnerOfAnotherFormIsNeverKnownToBeGone(String text) {
    assertThat(LockOwner.parse(text).isGone()).isFalse();
    assertThat(LayerLocks.isAbandoned(lockOf(text, 1))).isFalse();
  }

  @Test
  void renewalSurvivesALostAnswer() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    LayerTable losing =
        new FaultyLayerService(
                service,
                call ->
                    call.equals("replace") && calls.incrementAndGet() == 1
                        ? Trouble.LOST_AFTER
                        : Trouble.NONE)
            .table();
    HeldLock lock =
        new LayerLocks(
                losing, new Retries(RetryPolicy.DEFAULT, new FakeTiming(), () -> 0), PATIENCE)
            .acquire(EAST, LAYER);

    lock.renew();
    lock.renew();

    assertThat(lock.isLost()).isFalse();
    assertThat(table.row(KEY).orElseThrow().number(HeldLock.LEASE)).contains(3L);
  }
}
