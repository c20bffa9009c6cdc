package dev.ocelot.packaging.publish;

/**
 * What a service says of the bytes that it serves for a version.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record LayerCode(String sha256, long size) {}
