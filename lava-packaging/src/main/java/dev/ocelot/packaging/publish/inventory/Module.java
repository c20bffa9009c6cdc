package dev.ocelot.packaging.publish.inventory;

/**
 * A module in a bill of materials.
 *
 * @param name such as {@code golang.org/x/net}
 * @param version such as {@code v0.38.0}, or empty
 */
record Module(String name, String version) {}
