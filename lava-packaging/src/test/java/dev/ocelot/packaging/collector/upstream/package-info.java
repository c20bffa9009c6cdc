/** Tests of reading an upstream collector and what is laid over it. */
@NullMarked
package dev.ocelot.packaging.collector.upstream;

import org.jspecify.annotations.NullMarked;
