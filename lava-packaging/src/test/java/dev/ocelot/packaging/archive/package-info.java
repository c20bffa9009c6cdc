/** Tests of writing and reading archives. */
package dev.ocelot.packaging.archive;
