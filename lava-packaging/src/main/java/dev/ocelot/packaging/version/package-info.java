/** The order of versions. What has a version, and where it is written, lives with its kind. */
@NullMarked
package dev.ocelot.packaging.version;

import org.jspecify.annotations.NullMarked;
