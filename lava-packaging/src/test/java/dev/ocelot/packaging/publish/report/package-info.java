/** Tests of the package of the same name. */
@NullMarked
package dev.ocelot.packaging.publish.report;

import org.jspecify.annotations.NullMarked;
