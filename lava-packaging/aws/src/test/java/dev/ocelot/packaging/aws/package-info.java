/** Tests of the AWS side, against moto, which answers like AWS without being it. */
@NullMarked
package dev.ocelot.packaging.aws;

import org.jspecify.annotations.NullMarked;
