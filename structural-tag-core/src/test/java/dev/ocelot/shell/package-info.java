/** Tests of reading shell text. */
package dev.ocelot.shell;
