package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree written out as files of a folder, with the modes that it has in an archive. */
public final class TreeCopy {
  private TreeCopy() {}

  /**
   * Writes a tree.
   *
   * @param tree what to write
   * @param folder is made when it is missing, and holds nothing of the tree's names yet
   * @throws IOException when a file cannot be read or written
   */
  public static void write(FileTree tree, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (TreeEntry entry : tree.entries()) {
      Path place = folder.resolve(entry.name());
      if (entry instanceof TreeEntry.RegularFile file) {
        try (InputStream in = Channels.newInputStream(file.content().open())) {
          Files.copy(in, place);
        }
        ExecutableBit.set(place, file.executable());
      } else if (entry instanceof TreeEntry.SymbolicLink link) {
        Files.createSymbolicLink(place, Path.of(link.target()));
      } else {
        Files.createDirectories(place);
      }
    }
  }
}
