/** Tests of judging native files, with files made by hand. */
package dev.ocelot.packaging.binary;
