package dev.ocelot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelMapTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 1000).boxed().toList();

  private final ExecutorService pool = Executors.newFixedThreadPool(3);

  @AfterEach
  void endPool() {
    pool.shutdownNow();
  }

  @Test
  void givesResultsInTheOrderOfTheItems() {
    List<Integer> doubled = NUMBERS.stream().map(i -> i * 2).toList();

    assertThat(new ParallelMap(pool, 4).map(NUMBERS, i -> i * 2)).isEqualTo(doubled);
    assertThat(ParallelMap.onCallingThread().map(NUMBERS, i -> i * 2)).isEqualTo(doubled);
    assertThat(new ParallelMap(pool, 4).map(List.<Integer>of(), i -> i)).isEmpty();
  }

  @Test
  void threadsOfItsOwnEndWithIt() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (ParallelMap map = ParallelMap.onAllProcessors()) {
      List<Integer> same =
          map.map(
              NUMBERS,
              i -> {
                threads.add(Thread.currentThread());
                return i;
              });
      assertThat(same).isEqualTo(NUMBERS);
    }
    threads.remove(Thread.currentThread());

    assertThat(threads).allSatisfy(ParallelMapTest::ends);
  }

  private static void ends(Thread thread) throws InterruptedException {
    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void worksOnSeveralThreadsAtOnce() {
    CountDownLatch both = new CountDownLatch(2);

    List<Boolean> met =
        new ParallelMap(pool, 2)
            .map(
                List.of(1, 2),
                i -> {
                  both.countDown();
                  try {
                    return both.await(30, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    return false;
                  }
                });

    assertThat(met).containsExactly(true, true);
  }

  @Test
  void doesNotWaitForAPoolThatIsBusy() {
    assertThat(new ParallelMap(task -> {}, 4).map(NUMBERS, i -> i)).isEqualTo(NUMBERS);
  }

  @Test
  void passesOnWhatWentWrongAndBeginsNothingMore() {
    AtomicInteger done = new AtomicInteger();

    assertThatThrownBy(
            () ->
                ParallelMap.onCallingThread()
                    .map(
                        NUMBERS,
                        i -> {
                          done.incrementAndGet();
                          if (i == 10) {
                            throw new IllegalStateException("ten");
                          }
                          return i;
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ten");
    assertThat(done).hasValue(11);
  }

  @Test
  void endsWhenItIsInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    Thread caller = Thread.currentThread();

    assertThatThrownBy(
            () ->
                new ParallelMap(pool, 2)
                    .map(
                        List.of(1, 2),
                        i -> {
                          if (Thread.currentThread() == caller) {
                            caller.interrupt();
                          } else {
                            awaitQuietly(never);
                          }
                          return i;
                        }))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
