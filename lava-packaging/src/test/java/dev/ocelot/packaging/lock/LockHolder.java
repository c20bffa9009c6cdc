package dev.ocelot.packaging.lock;

import java.nio.file.Path;
import java.time.Duration;

/** Run in another JVM: takes a lock, says so, and holds it until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws Exception {
    LockWait wait =
        new LockWait(Duration.ofSeconds(50), holder -> System.out.println("waits for " + holder));
    try (ProcessLock lock = ProcessLock.acquire(Path.of(args[0]), wait).orElseThrow()) {
      System.out.println("holds " + lock.getClass().getSimpleName());
      while (System.in.read() >= 0) {
        // Until the input ends.
      }
    }
    System.out.println("let go");
  }
}
