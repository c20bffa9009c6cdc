package dev.ocelot.packaging.store;

/**
 * A file of an entry, as it was when the entry was made.
 *
 * @param name relative to the entry, with forward slashes
 * @param mode the permission bits
 * @param size in bytes
 * @param sha256 over its bytes, lower-case hexadecimal
 */
public record StoredFile(String name, int mode, long size, String sha256) {}
