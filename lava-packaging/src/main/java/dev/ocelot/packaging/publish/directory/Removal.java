package dev.ocelot.packaging.publish.directory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Removes folders of this service's making; a link is removed, not followed. */
final class Removal {
  private Removal() {}

  /** Removes a file or folder with all in it; nothing happens when it is missing. */
  static void remove(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
        for (Path each : inside) {
          remove(each);
        }
      } catch (NoSuchFileException | NotDirectoryException e) {
        return; // somebody else removes it, too
      }
    }
    Files.deleteIfExists(path);
  }
}
