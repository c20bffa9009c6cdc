/** Tests of the names of platforms. */
package dev.ocelot.packaging.platform;
