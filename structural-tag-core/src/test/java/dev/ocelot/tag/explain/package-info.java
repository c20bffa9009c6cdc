/** Tables of differences between lists of inputs, golden explanations, and manifests on disk. */
package dev.ocelot.tag.explain;
