package dev.ocelot.packaging.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessLockTest {
  private static final LockWait NO_WAIT = LockWait.silent(Duration.ZERO);
  private static final Duration LONG = Duration.ofSeconds(100);

  private final Path folder;

  ProcessLockTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isHeldByOneThreadAtATime() throws Exception {
    Path file = folder.resolve("lock");
    try (ProcessLock first = ProcessLock.acquire(file, NO_WAIT).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(ProcessLock.acquire(file, NO_WAIT)).isEmpty();
      assertThat(ProcessLock.tryExisting(file)).isEmpty();
    }
    Optional<ProcessLock> second = ProcessLock.tryExisting(file);
    assertThat(second).isPresent();
    second.get().close();
  }

  @Test
  void aFailedTryOfThisProcessDoesNotOpenTheLockToOthers() throws Exception {
    Path file = folder.resolve("lock");
    ProcessLock ours = ProcessLock.acquire(file, NO_WAIT).orElseThrow();
    assertThat(ProcessLock.acquire(file, NO_WAIT)).isEmpty();
    try (OtherProcess other = OtherProcess.start(LockHolder.class, file)) {
      assertThat(other.line()).isEqualTo("waits for process " + ProcessHandle.current().pid());
      ours.close();
      assertThat(other.line()).isEqualTo("holds ProcessLock");
    }
  }

  @Test
  void closingTwiceGivesNothingOfOthersAway() throws Exception {
    Path file = folder.resolve("lock");
    ProcessLock first = ProcessLock.acquire(file, NO_WAIT).orElseThrow();
    first.close();
    try (ProcessLock second = ProcessLock.acquire(file, NO_WAIT).orElseThrow()) {
      first.close();
      assertThat(second).isNotNull();
      assertThat(ProcessLock.acquire(file, NO_WAIT)).isEmpty();
    }
  }

  @Test
  void waitsForAnotherProcessAndSaysForWhom() throws Exception {
    Path file = folder.resolve("lock");
    try (OtherProcess other = OtherProcess.start(LockHolder.class, file)) {
      assertThat(other.line()).isEqualTo("holds ProcessLock");
      assertThat(ProcessLock.tryExisting(file)).isEmpty();
      List<String> told = new ArrayList<>();
      LockWait wait =
          new LockWait(
              LONG,
              holder -> {
                told.add(holder);
                other.finish();
              });
      ProcessLock.acquire(file, wait).orElseThrow().close();
      assertThat(told).containsExactly("process " + other.pid());
    }
  }

  @Test
  void aKilledHolderHoldsNothing() throws Exception {
    Path file = folder.resolve("lock");
    try (OtherProcess other = OtherProcess.start(LockHolder.class, file)) {
      assertThat(other.line()).isEqualTo("holds ProcessLock");
      other.kill();
      Optional<ProcessLock> lock = ProcessLock.tryExisting(file);
      assertThat(lock).isPresent();
      lock.get().close();
    }
  }

  @Test
  void anInterruptEndsTheWaitForAnotherProcess() throws Exception {
    Path file = folder.resolve("lock");
    try (OtherProcess other = OtherProcess.start(LockHolder.class, file)) {
      assertThat(other.line()).isEqualTo("holds ProcessLock");
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread waiting =
          new Thread(
              () -> {
                LockWait wait = new LockWait(LONG, holder -> Thread.currentThread().interrupt());
                try {
                  end.complete(new AssertionError(ProcessLock.acquire(file, wait)));
                } catch (Exception e) {
                  end.complete(e);
                }
              });
      waiting.start();
      assertThat(end.get(LONG.toSeconds(), TimeUnit.SECONDS))
          .isInstanceOf(InterruptedException.class);
      waiting.join();
    }
    ProcessLock.acquire(file, NO_WAIT).orElseThrow().close();
  }

  @Test
  void aThreadThatIsInterruptedGetsNoLock() throws Exception {
    Path file = folder.resolve("lock");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ProcessLock.acquire(file, NO_WAIT))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    ProcessLock.acquire(file, NO_WAIT).orElseThrow().close();
  }

  @Test
  void opensOnlyWhatExistsWhenAskedTo() throws Exception {
    Path file = folder.resolve("lock");
    assertThat(ProcessLock.tryExisting(file)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void goesWithItsFileWhenItsNameIsNotUsedAgain() throws Exception {
    Path file = folder.resolve("lock");
    ProcessLock.acquire(file, NO_WAIT).orElseThrow().closeAndDelete();
    assertThat(file).doesNotExist();
  }

  @Test
  void oneFileIsOneLockByWhateverPath() throws Exception {
    Path link =
        Files.createSymbolicLink(
            folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
    try (ProcessLock lock =
        ProcessLock.acquire(folder.resolve("real/lock"), NO_WAIT).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(ProcessLock.acquire(link.resolve("lock"), NO_WAIT)).isEmpty();
    }
  }
}
