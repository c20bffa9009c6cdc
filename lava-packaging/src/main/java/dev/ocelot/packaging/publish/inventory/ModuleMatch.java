package dev.ocelot.packaging.publish.inventory;

import dev.ocelot.packaging.publish.PublishedRow;

/**
 * A published version that holds a module.
 *
 * @param row the version's row
 * @param module the module's name
 * @param version the module's version
 */
public record ModuleMatch(PublishedRow row, String module, String version) {}
