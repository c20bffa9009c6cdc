package dev.ocelot.tag;

import java.nio.file.Path;

/**
 * A file that enters a tag.
 *
 * @param path the path as it is declared: relative to the repository root, with forward slashes
 * @param file where it lies
 */
public record TagInput(String path, Path file) {}
