package dev.ocelot.maven.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is replaced whole or not at all. */
public final class WholeFile implements DocumentSink.Target {
  private final Path file;

  /**
   * At a path.
   *
   * @param file the file; its folder is made when needed
   */
  public WholeFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public void write(byte[] document) throws IOException {
    Path folder = Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    try {
      Files.write(temporary, document);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
