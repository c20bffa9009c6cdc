/**
 * Answers which published versions hold which modules, from the bills of materials that their rows
 * keep. How a bill is made lives with the kinds of artifact.
 */
@NullMarked
package dev.ocelot.packaging.publish.inventory;

import org.jspecify.annotations.NullMarked;
