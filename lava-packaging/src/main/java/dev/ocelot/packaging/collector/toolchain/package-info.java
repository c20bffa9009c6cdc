/**
 * Go, wherever it runs: on this machine or in a container of a builder image. What is run is a list
 * of commands in one workspace; where its modules come from and go to differs by place.
 *
 * <p>What is compiled, and why, is not known here.
 */
@NullMarked
package dev.ocelot.packaging.collector.toolchain;

import org.jspecify.annotations.NullMarked;
