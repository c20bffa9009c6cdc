package dev.ocelot.tag;

import dev.ocelot.problem.Location;
import java.nio.file.Path;

/**
 * A file that enters a tag.
 *
 * @param path the path as it is declared: relative to the repository root, with forward slashes
 * @param file where it lies
 * @param declaredAt where it is declared, which is where a problem with it can be mended
 */
public record TagInput(String path, Path file, Location declaredAt) {
  /**
   * An input that is declared nowhere in particular.
   *
   * @param path relative to the repository root, with forward slashes
   * @param file where it lies
   */
  public TagInput(String path, Path file) {
    this(path, file, Location.of(path));
  }
}
