/**
 * What was built, as data: artifacts, the record that lies beside each, and the list of a module's
 * artifacts.
 *
 * <p>Every kind of artifact writes records and entries; publishing and reports read them. How a
 * kind is built does not live here, and neither does where it goes.
 */
@NullMarked
package dev.ocelot.packaging.artifact;

import org.jspecify.annotations.NullMarked;
