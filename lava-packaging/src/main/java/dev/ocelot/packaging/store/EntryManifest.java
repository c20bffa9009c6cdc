package dev.ocelot.packaging.store;

import dev.ocelot.packaging.store.KeyText.DamagedException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an entry must hold: the records of its key, and name, mode, size and digest of every file.
 */
record EntryManifest(BuildKey key, List<StoredFile> files) {
  /** The file of an entry that is the manifest. */
  static final String NAME = ".ocelot-entry";

  private static final String FORMAT = "1";

  EntryManifest {
    files = List.copyOf(files);
  }

  byte[] bytes() {
    KeyText text = new KeyText().line("ocelot-store-entry", FORMAT).records(key);
    for (StoredFile file : files) {
      text.line(
          "file",
          Integer.toOctalString(file.mode()),
          Long.toString(file.size()),
          file.sha256(),
          file.name());
    }
    return text.bytes();
  }

  static EntryManifest read(byte[] bytes) throws DamagedException {
    List<List<String>> lines = KeyText.read(bytes);
    if (lines.isEmpty() || !lines.get(0).equals(List.of("ocelot-store-entry", FORMAT))) {
      throw new DamagedException("its manifest is of another form");
    }
    List<StoredFile> files = new ArrayList<>();
    for (List<String> line : lines) {
      if (line.get(0).equals("file")) {
        files.add(file(line));
      }
    }
    return new EntryManifest(KeyText.key(lines), files);
  }

  private static StoredFile file(List<String> line) throws DamagedException {
    try {
      return new StoredFile(
          line.get(4), Integer.parseInt(line.get(1), 8), Long.parseLong(line.get(2)), line.get(3));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new DamagedException("its manifest has a line that cannot be read");
    }
  }
}
