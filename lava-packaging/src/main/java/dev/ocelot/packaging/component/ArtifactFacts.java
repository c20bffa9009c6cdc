package dev.ocelot.packaging.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is known of a packed artifact from before it was packed; kept beside it in the store.
 *
 * @param contentDigest sha256 over sorted names, modes and contents
 * @param unpackedSize the bytes of its files
 */
record ArtifactFacts(String contentDigest, long unpackedSize) {
  /** Its file's name in a store entry. */
  static final String NAME = "facts";

  void write(Path folder) {
    try {
      Path file = folder.resolve(NAME);
      Files.writeString(file, contentDigest + " " + unpackedSize + "\n");
      ExecutableBit.set(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ArtifactFacts read(Path file) {
    try {
      String[] fields = Files.readString(file).strip().split(" ", -1);
      return new ArtifactFacts(fields[0], Long.parseLong(fields[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
