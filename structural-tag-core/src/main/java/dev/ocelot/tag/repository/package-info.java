/**
 * A repository with everything that tags need, put together once: root, components, declared tags,
 * calculator.
 *
 * <p>Goals begin here. The parts live in the packages beside this one, and none of them knows it.
 */
@NullMarked
package dev.ocelot.tag.repository;

import org.jspecify.annotations.NullMarked;
