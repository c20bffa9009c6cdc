/**
 * The images that things are built in, from {@code config/builders/<name>.Dockerfile}.
 *
 * <p>Here live the reading of a Dockerfile as far as it names other images, the digest of a
 * builder, what is remembered so that no engine has to be asked for it, and the making of the
 * image. What runs in a builder belongs to the kind of artifact that is built.
 */
@NullMarked
package dev.ocelot.packaging.builder;

import org.jspecify.annotations.NullMarked;
