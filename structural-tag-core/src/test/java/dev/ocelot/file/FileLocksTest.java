package dev.ocelot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // locks are held, not used
class FileLocksTest {
  private static final String SHA256_OF_A_B =
      "662b7b62a798bb2d53e67cad9778e12e48297c79eae98d3aae7197be825d768f";

  @TempDir Path cache;

  @Test
  void excludesOtherThreads() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    int[] count = new int[1];
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      done.add(
          threads.submit(
              () -> {
                for (int j = 0; j < 25; j++) {
                  FileLocks locks = new FileLocks(cache, Duration.ofMinutes(1));
                  try (FileLocks.Held lock = locks.acquire("name", "thing")) {
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    count[0]++;
                    inside.decrementAndGet();
                  }
                }
              }));
    }
    for (Future<?> future : done) {
      future.get();
    }
    threads.shutdown();

    assertThat(count[0]).isEqualTo(100);
  }

  @Test
  void namesTheThreadThatHoldsIt() {
    FileLocks locks = new FileLocks(cache, Duration.ZERO);
    try (FileLocks.Held lock = locks.acquire("name", "thing")) {
      ProblemException e =
          catchThrowableOfType(ProblemException.class, () -> locks.acquire("name", "thing"));

      assertThat(e.problems().get(0).message())
          .isEqualTo("thing is being written by thread " + Thread.currentThread().getName());
      locks.acquire("other", "other thing").close();
    }
    locks.acquire("name", "thing").close();
  }

  @Test
  void isNamedAfterTheSha256OfThePath() {
    new FileLocks(cache, Duration.ZERO).lock(Path.of("/a/b"), "b").close();

    assertThat(cache.resolve("ocelot/locks").resolve(SHA256_OF_A_B)).exists();
  }

  @Test
  void endsItsWaitWhenInterrupted() {
    FileLocks locks = new FileLocks(cache, Duration.ofMinutes(10));
    try (FileLocks.Held lock = locks.acquire("name", "thing")) {
      Thread.currentThread().interrupt();
      ProblemException e =
          catchThrowableOfType(ProblemException.class, () -> locks.acquire("name", "thing"));

      assertThat(e.problems().get(0).id()).isEqualTo(FileLocks.LOCK_BUSY);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void saysWhenNoLockCanBeMade() throws Exception {
    Path inTheWay = Files.writeString(cache.resolve("file"), "");

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> new FileLocks(inTheWay, Duration.ZERO).acquire("name", "thing"));

    assertThat(e.problems().get(0).id().text()).isEqualTo("file-access");
  }
}
