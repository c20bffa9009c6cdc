package dev.ocelot.packaging.artifact;

/**
 * A program that shaped an artifact's bytes.
 *
 * @param name such as {@code go}
 * @param version as the program states it
 */
public record RecordedTool(String name, String version) {}
