/**
 * Puts layers into regions exactly once, and keeps account of them.
 *
 * <p>Here live the settings, the plan, the publisher, the receipts, and the port to whatever holds
 * layers ({@link dev.ocelot.packaging.publish.LayerService}). How a layer is built does not live
 * here, nor does any implementation of the port.
 */
@NullMarked
package dev.ocelot.packaging.publish;

import org.jspecify.annotations.NullMarked;
