/**
 * Puts layers into regions exactly once, and keeps account of them.
 *
 * <p>Here live the settings, the plan, the publisher, the receipts, the port to whatever holds
 * layers ({@link dev.ocelot.packaging.publish.LayerService}), and the implementation of that port
 * in a directory. How a layer is built does not live here, nor does any other implementation.
 */
@NullMarked
package dev.ocelot.packaging.publish;

import org.jspecify.annotations.NullMarked;
