package dev.ocelot.packaging.publish;

import java.nio.file.Path;

/**
 * What a run says to a service of layers, besides the settings.
 *
 * @param root the folder that paths in the settings are relative to
 * @param createTable whether {@link LayerService#preflight} makes a missing table
 */
public record ServiceRequest(Path root, boolean createTable) {}
