package dev.ocelot.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A repository made for a test.
 *
 * @param root where it lies
 */
public record TestTree(Path root) {
  /**
   * Writes a file and the folders above it.
   *
   * @param path relative to the root
   * @param text its content
   * @return this
   */
  public TestTree file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file and the folders above it.
   *
   * @param path relative to the root
   * @param bytes its content
   * @return this
   */
  public TestTree file(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a symbolic link.
   *
   * @param path relative to the root
   * @param target as it stands in the link
   * @return this
   */
  public TestTree link(String path, String target) {
    try {
      Path link = root.resolve(path);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a FIFO: opening it for reading would never return.
   *
   * @param path relative to the root
   * @return this
   */
  public TestTree fifo(String path) {
    try {
      Path fifo = root.resolve(path);
      Files.createDirectories(fifo.getParent());
      Process process = new ProcessBuilder("mkfifo", fifo.toString()).start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("mkfifo failed");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * An input of the tree.
   *
   * @param path relative to the root
   * @return the input
   */
  public TagInput input(String path) {
    return new TagInput(path, root.resolve(path));
  }
}
