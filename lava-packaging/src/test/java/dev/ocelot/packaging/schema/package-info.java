/** The published JSON schemas, for tests that hold readers and schemas to one corpus. */
@NullMarked
package dev.ocelot.packaging.schema;

import org.jspecify.annotations.NullMarked;
