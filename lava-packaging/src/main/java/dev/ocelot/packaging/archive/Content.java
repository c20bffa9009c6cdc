package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file in a tree: a file on disk, or bytes in memory. */
public interface Content {

  /**
   * How many bytes there are.
   *
   * @return the size when the tree was made
   */
  long size();

  /**
   * Opens the bytes for reading. A symbolic link that has taken the file's place is not followed.
   *
   * @return a channel at position 0, which the caller closes
   * @throws IOException when it cannot be opened
   */
  SeekableByteChannel open() throws IOException;
}
