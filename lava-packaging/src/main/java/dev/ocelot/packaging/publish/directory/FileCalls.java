package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.lock.ProcessLock;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** Runs work on files, one change at a time where asked, and says what its failures mean. */
final class FileCalls {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Places places;

  FileCalls(Places places) {
    this.places = places;
  }

  /** Work that touches files. */
  interface Work<T> {
    T run() throws IOException, LayerServiceException;
  }

  /** Runs work that reads, or that nobody can disturb. */
  <T> T run(Work<T> work) throws LayerServiceException {
    try {
      return work.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Runs work that no other process or thread does at the same time. */
  <T> T alone(Work<T> work) throws LayerServiceException {
    return run(
        () -> {
          Files.createDirectories(places.own());
          ProcessLock lock = lock();
          try {
            return work.run();
          } finally {
            lock.close();
          }
        });
  }

  private ProcessLock lock() throws IOException, LayerServiceException {
    try {
      Optional<ProcessLock> lock =
          ProcessLock.acquire(places.changesLock(), LockWait.silent(LONGEST_WAIT));
      return lock.orElseThrow(
          () ->
              new LayerServiceException(
                  Fault.TRANSIENT, places.changesLock() + " is held by another process"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LayerServiceException(Fault.UNAVAILABLE, "interrupted while waiting", e);
    }
  }

  private static LayerServiceException failure(IOException e) {
    String kind = e.getClass().getSimpleName().replace("Exception", "");
    String message = e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    return new LayerServiceException(Fault.UNAVAILABLE, message, e);
  }
}
