package dev.ocelot.packaging.docker;

/**
 * An image that an engine has.
 *
 * @param id by which the engine knows it
 * @param platform that it is for, such as {@code linux/arm64}
 */
public record LocalImage(ImageId id, String platform) {}
