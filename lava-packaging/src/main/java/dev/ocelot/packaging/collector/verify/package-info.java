/**
 * Checks finished collector layers from outside: layout, machine, modules, and what the collector
 * itself says of its components and its configuration when it is run.
 *
 * <p>The collector runs as it does in AWS Lambda, with the extension's part of the runtime API
 * served here. How layers are built does not live here.
 */
@NullMarked
package dev.ocelot.packaging.collector.verify;

import org.jspecify.annotations.NullMarked;
