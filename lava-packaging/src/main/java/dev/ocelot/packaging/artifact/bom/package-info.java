/**
 * What is inside an artifact and how it came to be, in the forms that other tools read: a CycloneDX
 * bill of materials and an in-toto statement with SLSA provenance.
 *
 * <p>Both are made from a record and hold no time, host or random id. What the parts of an artifact
 * are is found out by its kind, not here.
 */
@NullMarked
package dev.ocelot.packaging.artifact.bom;

import org.jspecify.annotations.NullMarked;
