/**
 * Turns declared things into artifacts and publishes them through ports.
 *
 * <p>Only packages live here. The foundations ({@code platform}, {@code process}, {@code archive},
 * {@code store}, {@code plan}, {@code progress}, {@code docker}, {@code artifact}) know no kind of
 * artifact; a kind ({@code component}) gives settings, steps and checks, and no kind knows another;
 * {@code publish} knows artifacts only.
 */
@NullMarked
package dev.ocelot.packaging;

import org.jspecify.annotations.NullMarked;
