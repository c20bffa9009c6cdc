package dev.ocelot.packaging.collector.toolchain;

/**
 * A Go that was found, as it presents itself in the upstream's module.
 *
 * @param version such as {@code go1.26.1}
 * @param builder the digest of the builder that it runs in; empty on this machine
 * @param room runs it
 */
public record GoToolchain(String version, String builder, GoRoom room) {}
