package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file on disk.
 *
 * @param file the file
 * @param size its size when it was listed
 */
record FileContent(Path file, long size) implements Content {
  @Override
  public SeekableByteChannel open() throws IOException {
    // Something may have taken the file's place since it was listed; opening a FIFO would wait.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is not a regular file any more");
    }
    return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }
}
