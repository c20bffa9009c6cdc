package dev.ocelot.packaging.store;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.store.KeyText.DamagedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers by name the key that something last had: for the steps of a repository, so that a new
 * key can be explained; for what had to be asked of an engine, so that it need not be asked again.
 *
 * <p>What is lost here costs an explanation or a question, never a wrong result: nothing in it is
 * relied on without being checked before it is used.
 */
public final class KeyMemory {
  private final Path folder;
  private final String scope;
  private final ScratchSpace scratch;
  private final StoreFiles files;

  KeyMemory(Path folder, String scope, ScratchSpace scratch, StoreFiles files) {
    this.folder = folder;
    this.scope = scope;
    this.scratch = scratch;
    this.files = files;
  }

  /**
   * The key that was remembered last.
   *
   * @param name the name, unique in this memory
   * @return the key with its records, or empty when none is remembered
   */
  public Optional<BuildKey> lastKey(String name) {
    try {
      return Optional.of(KeyText.key(KeyText.read(Files.readAllBytes(file(name)))));
    } catch (IOException | DamagedException e) {
      return Optional.empty();
    }
  }

  /**
   * Remembers a key. A disk that fails is no problem here.
   *
   * @param name the name
   * @param key the present key
   */
  public void remember(String name, BuildKey key) {
    if (lastKey(name).filter(key::equals).isPresent()) {
      return;
    }
    Path temporary = scratch.unowned();
    try {
      files.write(temporary, new KeyText().line("name", name).records(key).bytes());
      files.move(temporary, file(name));
    } catch (IOException e) {
      forget(temporary);
    }
  }

  private static void forget(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // Litter of one small file; the memory decides nothing.
    }
  }

  private Path file(String name) {
    return folder.resolve(Digest.SHA256.of(scope + "\n" + name));
  }
}
