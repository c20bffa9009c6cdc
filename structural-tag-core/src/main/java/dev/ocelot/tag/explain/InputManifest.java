package dev.ocelot.tag.explain;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.component.ComponentName;

/**
 * What a component's tag was computed from, kept so that a later difference can be explained.
 *
 * @param component the component
 * @param computed its tag and the inputs, in order
 */
public record InputManifest(ComponentName component, ComputedTag computed) {}
