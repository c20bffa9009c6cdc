package dev.ocelot.packaging.publish.verify;

import dev.ocelot.packaging.publish.LayerVersion;

/**
 * What a published version should be.
 *
 * @param version the version
 * @param sha256 of its bytes; empty when nothing says
 * @param structuralTag what it was built from; empty when nothing says
 * @param isPublic whether everyone should be able to use it
 */
record Expectation(LayerVersion version, String sha256, String structuralTag, boolean isPublic) {}
