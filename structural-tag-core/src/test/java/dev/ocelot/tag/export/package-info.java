/**
 * Runs the exported functions in real shells. Values come from Mesa's own functions or are computed
 * here, never by the code under test.
 */
package dev.ocelot.tag.export;
