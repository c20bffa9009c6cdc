package dev.ocelot.packaging.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A lock that one thread of one process holds, by a file. Not reentrant.
 *
 * <p>Between processes the operating system holds it, so a killed holder leaves nothing locked.
 * Within the JVM a token is taken first: the operating system gives up a process's lock as soon as
 * <em>any</em> handle of that process on the file is closed, so no second handle may be opened
 * while the lock is held.
 *
 * <p>The file stays when the lock is closed: whoever removed it could not tell who is just about to
 * lock it. Only a lock whose name is never used again is {@linkplain #closeAndDelete removed}.
 */
public final class ProcessLock implements AutoCloseable {
  private static final long FIRST_PAUSE = Duration.ofMillis(5).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();
  private static final int HOLDER_BYTES = 64;
  private static final Set<OpenOption> EXISTING =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);

  private final Path file;
  private final FileChannel channel;
  private final JvmTokens token;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ProcessLock(Path file, FileChannel channel, JvmTokens token) {
    this.file = file;
    this.channel = channel;
    this.token = token;
  }

  /**
   * Takes the lock, waiting while another holds it.
   *
   * @param file the lock's file, made when it is missing; its folder must exist
   * @param wait how long, and whom to tell
   * @return the lock, or empty when the wait was over
   * @throws IOException when the file cannot be made or locked
   * @throws InterruptedException when the thread is interrupted
   */
  public static Optional<ProcessLock> acquire(Path file, LockWait wait)
      throws IOException, InterruptedException {
    return acquire(file, NEW, wait);
  }

  /**
   * Takes the lock if its file exists and nobody holds it.
   *
   * @param file the lock's file
   * @return the lock, or empty
   * @throws IOException when the file cannot be locked
   * @throws InterruptedException when the thread is interrupted
   */
  public static Optional<ProcessLock> tryExisting(Path file)
      throws IOException, InterruptedException {
    try {
      return acquire(file, EXISTING, LockWait.silent(Duration.ZERO));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessLock> acquire(Path file, Set<OpenOption> options, LockWait wait)
      throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("before locking a file");
    }
    Path place = realPlace(file);
    JvmTokens token = new JvmTokens("lock." + place, 1);
    Waiting waiting = new Waiting(wait);
    if (!token.acquire(Duration.ZERO, 1)) {
      waiting.tell("another thread of this process");
      if (!token.acquire(waiting.left(), 1)) {
        return Optional.empty();
      }
    }
    boolean kept = false;
    try {
      FileChannel channel = open(place, options, waiting);
      kept = channel != null;
      return channel == null
          ? Optional.empty()
          : Optional.of(new ProcessLock(place, channel, token));
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      Thread.interrupted();
      throw interruption(e);
    } finally {
      if (!kept) {
        token.release(1);
      }
    }
  }

  private static InterruptedException interruption(IOException cause) {
    InterruptedException interruption = new InterruptedException("while locking a file");
    interruption.initCause(cause);
    return interruption;
  }

  private static Path realPlace(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(absolute.getParent(), "a lock lies in a folder");
    return folder.toRealPath().resolve(absolute.getFileName());
  }

  private static @Nullable FileChannel open(Path place, Set<OpenOption> options, Waiting waiting)
      throws IOException, InterruptedException {
    FileChannel channel = FileChannel.open(place, options);
    boolean locked = false;
    try {
      while (!locked) {
        locked = channel.tryLock() != null;
        if (!locked && !waiting.pause(holder(channel))) {
          return null;
        }
      }
      sign(channel);
      return channel;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static void sign(FileChannel channel) throws ClosedByInterruptException {
    try {
      String text = "process " + ProcessHandle.current().pid();
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    } catch (ClosedByInterruptException e) {
      // The channel is closed now, and the lock with it.
      throw e;
    } catch (IOException e) {
      // The text is for people who wait; on a full disk the lock holds without it.
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HOLDER_BYTES);
    channel.read(bytes, 0);
    String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    return text.matches("process [0-9]+") ? text : "another process";
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written that matters; the operating system lets go of the lock all the same.
    } finally {
      token.release(1);
    }
  }

  /**
   * Removes the file and lets go. Only for a file whose name is never used again.
   *
   * @throws IOException when the file cannot be removed; the lock is given up all the same
   */
  public void closeAndDelete() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      close();
    }
  }

  /** The time that is left, and the pauses between two attempts. */
  private static final class Waiting {
    private final LockWait wait;
    private final long end;
    private long pause = FIRST_PAUSE;
    private boolean told;

    Waiting(LockWait wait) {
      this.wait = wait;
      this.end = System.nanoTime() + wait.limit().toNanos();
    }

    Duration left() {
      return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    void tell(String holder) {
      if (!told && !wait.limit().isZero()) {
        told = true;
        wait.onWait().accept(holder);
      }
    }

    boolean pause(String holder) throws InterruptedException {
      long left = left().toNanos();
      if (left == 0) {
        return false;
      }
      tell(holder);
      long nanos = Math.min(pause, left);
      Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
      return true;
    }
  }
}
