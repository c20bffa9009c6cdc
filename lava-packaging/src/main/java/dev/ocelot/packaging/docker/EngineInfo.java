package dev.ocelot.packaging.docker;

/**
 * What an engine is.
 *
 * @param version of the engine, such as {@code 20.10.24}
 * @param platform on which it runs containers natively, such as {@code linux/amd64}
 */
public record EngineInfo(String version, String platform) {}
