/** Tests of work on several threads. */
package dev.ocelot.concurrent;
