package dev.ocelot.packaging.store;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verified result. Its files are read, or copied out; they are never changed in place.
 *
 * @param key the key
 * @param directory where it lies; may go away when the store is cleaned
 * @param files what it holds, sorted by name
 */
public record StoreEntry(BuildKey key, Path directory, List<StoredFile> files) {
  /** Keeps a copy. */
  public StoreEntry {
    files = List.copyOf(files);
  }

  /**
   * A file of the entry.
   *
   * @param name relative to the entry, with forward slashes
   * @return what is known of it, or empty
   */
  public Optional<StoredFile> find(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /**
   * Where a file of the entry lies, for reading.
   *
   * @param name relative to the entry
   * @return the path
   */
  public Path path(String name) {
    return directory.resolve(name);
  }

  /**
   * Copies a file to where users look for it. A target that already has the same bytes and mode is
   * left alone, its time included; anything else is replaced in one step. It is a copy and not a
   * link: whoever edits the target must not edit the store.
   *
   * @param name a file of the entry
   * @param target where to; its folders are made
   * @return what is at the target now: its bytes were read to know
   * @throws ProblemException {@code file-access} when the target cannot be written, or the entry is
   *     gone or changed
   */
  public StoredFile place(String name, Path target) {
    StoredFile file =
        find(name).orElseThrow(() -> new IllegalArgumentException("no file " + name + " in entry"));
    try {
      if (isAt(target, file)) {
        return file;
      }
      Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "not a root");
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, ".ocelot-", ".tmp");
      try {
        Files.copy(path(name), temporary, StandardCopyOption.REPLACE_EXISTING);
        FileFacts.setMode(temporary, file.mode());
        if (!FileFacts.read(temporary, name).equals(file)) {
          throw new IOException("the copy of " + name + " differs from what was stored");
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return file;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw StoreProblems.notPlaced(target, e);
    }
  }

  private static boolean isAt(Path target, StoredFile file) throws IOException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        || Files.readAttributes(target, BasicFileAttributes.class).size() != file.size()) {
      return false;
    }
    return FileFacts.read(target, file.name()).equals(file);
  }
}
