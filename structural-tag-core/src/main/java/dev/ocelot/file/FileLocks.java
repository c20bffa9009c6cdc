package dev.ocelot.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ocelot.digest.Digest;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Locks on things, held across processes and within one, released by the system when a process
 * dies. A lock is a file in {@code <cache>/ocelot/locks}; it says who holds it.
 *
 * <p>Within one JVM a system property stands before the file: on POSIX, closing any descriptor of a
 * file gives up the lock of the whole process, so nobody may open the file while a neighbour holds
 * it. A property, unlike a static, is seen by every class loader.
 */
public final class FileLocks {
  /** Somebody else held a lock for too long. */
  public static final ProblemId LOCK_BUSY = ProblemId.environment("lock-busy");

  private static final String PROPERTY = "dev.ocelot.lock.";
  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 200;

  private final Path directory;
  private final Duration patience;

  /**
   * Locks of a user.
   *
   * @param cache the user's cache folder, {@code ${XDG_CACHE_HOME:-~/.cache}}
   * @param patience how long to wait for a busy lock
   */
  public FileLocks(Path cache, Duration patience) {
    this.directory = cache.toAbsolutePath().resolve("ocelot").resolve("locks");
    this.patience = patience;
  }

  /** A lock that is held. Closing it twice is harmless. */
  public final class Held implements AutoCloseable {
    private final String name;
    private final FileChannel channel;

    private Held(String name, FileChannel channel) {
      this.name = name;
      this.channel = channel;
    }

    @Override
    public void close() {
      if (!channel.isOpen()) {
        return;
      }
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        // The name of a former holder in the file does no harm.
      } finally {
        System.getProperties().remove(property(name));
      }
    }
  }

  /**
   * Locks a file, which need not exist. The lock is named after the sha256 of its path.
   *
   * @param realFile its absolute path with links resolved
   * @param shownAs its name in messages
   * @return the lock; close it
   * @throws ProblemException {@code lock-busy} when patience ends or the thread is interrupted,
   *     {@code file-access} when the lock's own file cannot be made
   */
  public Held lock(Path realFile, String shownAs) {
    return acquire(Digest.SHA256.of(realFile.toString()), shownAs);
  }

  /**
   * Takes a lock by name.
   *
   * @param name letters and digits
   * @param shownAs what is locked, for messages
   * @return the lock; close it
   * @throws ProblemException as {@link #lock}
   */
  public Held acquire(String name, String shownAs) {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    try {
      Files.createDirectories(directory);
      while (true) {
        Held held = tryAcquire(name);
        if (held != null) {
          return held;
        }
        if (System.nanoTime() - start >= patience.toNanos()) {
          throw busy(name, shownAs);
        }
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(name, shownAs);
    } catch (IOException e) {
      String file = directory.resolve(name).toString();
      throw new ProblemException(
          FileAccessProblem.of(file, "locked", e)
              .withRemedy(Remedy.advice("Let XDG_CACHE_HOME name a folder that can be written")),
          e);
    }
  }

  private @Nullable Held tryAcquire(String name) throws IOException {
    String holder = "thread " + Thread.currentThread().getName();
    if (System.getProperties().putIfAbsent(property(name), holder) != null) {
      return null;
    }
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel =
          FileChannel.open(
              directory.resolve(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return null;
      }
      sign(channel);
      locked = true;
      return new Held(name, channel);
    } catch (OverlappingFileLockException e) {
      return null; // held by code in this JVM that does not know the property
    } finally {
      if (!locked) {
        System.getProperties().remove(property(name));
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Says who holds the lock, for the message of whoever waits in vain. */
  private static void sign(FileChannel channel) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(UTF_8)));
  }

  private ProblemException busy(String name, String shownAs) {
    return new ProblemException(
        Problem.error(LOCK_BUSY, shownAs + " is being written by " + holder(name))
            .at(Location.of(shownAs))
            .withRemedy(Remedy.advice("Wait until that has ended, then run this again")));
  }

  private String holder(String name) {
    Object thread = System.getProperties().putIfAbsent(property(name), "a thread that gave up");
    if (thread != null) {
      return thread.toString();
    }
    try {
      String process = Files.readString(directory.resolve(name), UTF_8);
      return process.isEmpty() ? "somebody else" : process;
    } catch (IOException e) {
      return "somebody else";
    } finally {
      System.getProperties().remove(property(name));
    }
  }

  private String property(String name) {
    return PROPERTY + directory.resolve(name);
  }
}
