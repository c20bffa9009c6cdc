package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that appears whole or not at all: written beside its place and renamed into it.
 *
 * <p>The name beside it holds the process id, so that what a killed run left is known and removed.
 */
final class ReplacedFile implements AutoCloseable {
  private static final AtomicLong NUMBER = new AtomicLong();

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;

  /**
   * Opens a file beside the target.
   *
   * @param target the file to replace; its folder must exist
   * @throws IOException when it cannot be made
   */
  ReplacedFile(Path target) throws IOException {
    this.target = target;
    removeAbandoned();
    String own = prefix() + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    this.temporary = target.resolveSibling(own);
    this.channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Where to write.
   *
   * @return an empty file
   */
  FileChannel channel() {
    return channel;
  }

  /**
   * Puts what was written into its place.
   *
   * @throws IOException when it cannot
   */
  void commit() throws IOException {
    channel.close();
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what was not committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }

  private String prefix() {
    return "." + target.getFileName() + ".part-";
  }

  private void removeAbandoned() throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, this::isAbandoned)) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  private boolean isAbandoned(Path path) {
    String name = path.getFileName().toString();
    if (!name.startsWith(prefix())) {
      return false;
    }
    String[] owner = name.substring(prefix().length()).split("-", 2);
    return owner[0].matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(owner[0])).isEmpty();
  }
}
