package dev.ocelot.packaging.store;

import dev.ocelot.packaging.store.KeyText.DamagedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Remembers for each step of one repository the key that it last had, so that a new key can be
 * explained. It decides nothing: what is lost here costs an explanation.
 */
public final class StepMemory {
  private final Path folder;
  private final String scope;
  private final StoreFiles files;

  StepMemory(Path folder, String scope, StoreFiles files) {
    this.folder = folder;
    this.scope = scope;
    this.files = files;
  }

  /**
   * The key that a step had when it was last built or reused.
   *
   * @param step the step's name, unique in its repository
   * @return the key with its records, or empty when none is remembered
   */
  public Optional<BuildKey> lastKey(String step) {
    try {
      return Optional.of(KeyText.key(KeyText.read(Files.readAllBytes(file(step)))));
    } catch (IOException | DamagedException e) {
      return Optional.empty();
    }
  }

  /**
   * Remembers a key.
   *
   * @param step the step's name
   * @param key its present key
   */
  public void remember(String step, BuildKey key) {
    if (lastKey(step).filter(key::equals).isPresent()) {
      return;
    }
    Path target = file(step);
    Path temporary =
        target.resolveSibling(target.getFileName() + "." + Thread.currentThread().getId());
    try {
      files.write(temporary, new KeyText().line("step", step).records(key).bytes());
      files.move(temporary, target);
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

  private Path file(String step) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] name = (scope + "\n" + step).getBytes(StandardCharsets.UTF_8);
      return folder.resolve(HexFormat.of().formatHex(sha.digest(name)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
