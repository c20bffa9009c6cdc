package dev.ocelot.packaging.store;

import dev.ocelot.packaging.lock.LockWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Run in another JVM: builds into a store as a run does, and says what it did. */
final class StoreProcess {
  private StoreProcess() {}

  public static void main(String[] args) throws Exception {
    Store store = Store.open(Path.of(args[1]));
    BuildKey key = BuildKeyTest.key("script", "1");
    LockWait wait = new LockWait(Duration.ofSeconds(50), holder -> say("waits for " + holder));
    try (KeyLock lock = store.lock(key, wait);
        Scratch scratch = store.scratch()) {
      if (lock.find() instanceof Lookup.Hit) {
        say("reused");
        return;
      }
      Path filled = scratch.folder("filled");
      Files.writeString(filled.resolve("a.zip"), "made by " + ProcessHandle.current().pid());
      say("filled");
      if (args[0].equals("hang")) {
        Thread.sleep(Duration.ofMinutes(5).toMillis());
      }
      lock.put(filled);
      say("built");
    }
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
