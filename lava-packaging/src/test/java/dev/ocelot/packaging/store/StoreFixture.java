package dev.ocelot.packaging.store;

import dev.ocelot.packaging.lock.LockWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills stores and looks into them. */
public final class StoreFixture {
  /** Long enough for anything, short enough for a test that hangs. */
  public static final LockWait WAIT = LockWait.silent(Duration.ofSeconds(50));

  private StoreFixture() {}

  /** Stores files under a key. */
  public static StoreEntry put(Store store, BuildKey key, Map<String, String> files) {
    try (KeyLock lock = store.lock(key, WAIT);
        Scratch scratch = store.scratch()) {
      Path filled = scratch.folder("filled");
      files.forEach((name, text) -> write(filled.resolve(name), text));
      return lock.put(filled);
    }
  }

  /** Writes a file and the folders above it. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of everything below a folder but lock files, relative. */
  public static List<String> below(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .filter(name -> !name.startsWith("locks/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
