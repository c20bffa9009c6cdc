package dev.ocelot.packaging.store;

import dev.ocelot.packaging.store.KeyText.DamagedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries on the disk: reads and verifies, makes and removes them whole. */
final class StoreEntries {
  private static final long MANIFEST_LIMIT = 16L * 1024 * 1024;

  private final Path folder;
  private final ScratchSpace scratch;
  private final StoreFiles files;

  StoreEntries(Path folder, ScratchSpace scratch, StoreFiles files) {
    this.folder = folder;
    this.scratch = scratch;
    this.files = files;
  }

  Lookup find(BuildKey key) {
    Path place = place(key);
    try {
      if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        return new Lookup.Miss();
      }
      return new Lookup.Hit(verified(key, place));
    } catch (DamagedException e) {
      return new Lookup.Damaged(e.what());
    } catch (IOException e) {
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        return new Lookup.Miss();
      }
      return new Lookup.Damaged("it cannot be read: " + e.getMessage());
    }
  }

  private static StoreEntry verified(BuildKey key, Path place)
      throws IOException, DamagedException {
    Path manifestFile = place.resolve(EntryManifest.NAME);
    if (!Files.isRegularFile(manifestFile, LinkOption.NOFOLLOW_LINKS)) {
      throw new DamagedException("it has no manifest");
    }
    if (Files.size(manifestFile) > MANIFEST_LIMIT) {
      throw new DamagedException("its manifest is too large");
    }
    EntryManifest manifest = EntryManifest.read(Files.readAllBytes(manifestFile));
    if (!manifest.key().equals(key)) {
      throw new DamagedException("it belongs to another key");
    }
    Set<String> wanted =
        manifest.files().stream().map(StoredFile::name).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>(names(place));
    found.remove(EntryManifest.NAME);
    if (!found.equals(wanted)) {
      throw new DamagedException("it holds other files than were stored");
    }
    for (StoredFile file : manifest.files()) {
      StoredFile now = FileFacts.read(place.resolve(file.name()), file.name());
      if (!now.equals(file)) {
        throw new DamagedException(file.name() + " has another " + difference(file, now));
      }
    }
    return new StoreEntry(key, place, manifest.files());
  }

  private static String difference(StoredFile before, StoredFile now) {
    if (before.size() != now.size()) {
      return "size";
    }
    return before.sha256().equals(now.sha256()) ? "mode" : "digest";
  }

  /** Names of all files, relative; a thing that is neither file nor folder is damage. */
  private static List<String> names(Path root) throws IOException, DamagedException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.filter(path -> !path.equals(root)).toList();
    }
    List<String> names = new ArrayList<>();
    for (Path path : all) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        names.add(root.relativize(path).toString());
      } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new DamagedException(root.relativize(path) + " is not a regular file");
      }
    }
    return names;
  }

  void remove(BuildKey key) {
    Path place = place(key);
    try {
      scratch.discard(place, files);
    } catch (NoSuchFileException e) {
      // Somebody cleaned the store; it is gone, which is what was wanted.
    } catch (IOException e) {
      throw StoreProblems.unusable(place, "a damaged entry could not be removed", e);
    }
  }

  StoreEntry put(BuildKey key, Path filled) {
    Path place = place(key);
    try {
      EntryManifest manifest = new EntryManifest(key, facts(filled));
      files.write(filled.resolve(EntryManifest.NAME), manifest.bytes());
      FileFacts.setMode(filled, 0700);
      Files.createDirectories(place.getParent());
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        remove(key);
      }
      files.move(filled, place);
      return new StoreEntry(key, place, manifest.files());
    } catch (IOException e) {
      throw StoreProblems.unusable(place, "a result could not be stored", e);
    }
  }

  private static List<StoredFile> facts(Path filled) throws IOException {
    List<String> names;
    try {
      names = names(filled);
    } catch (DamagedException e) {
      throw new IllegalStateException("not for the store: " + e.what(), e);
    }
    if (names.isEmpty() || names.contains(EntryManifest.NAME)) {
      throw new IllegalStateException("a step must leave files of its own in " + filled);
    }
    List<StoredFile> facts = new ArrayList<>();
    for (String name : names) {
      facts.add(FileFacts.read(filled.resolve(name), name));
    }
    facts.sort(Comparator.comparing(StoredFile::name));
    return facts;
  }

  private Path place(BuildKey key) {
    return folder.resolve(key.sha256().substring(0, 2)).resolve(key.sha256());
  }
}
