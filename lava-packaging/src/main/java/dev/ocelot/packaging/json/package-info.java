/**
 * Reads JSON strictly, within limits, with positions, and writes it as whole files.
 *
 * <p>Here live a small immutable tree, the reader that builds it, and typed access that gathers
 * problems. How JSON is spelled lives in core's {@code dev.ocelot.json}; what the fields of a
 * document mean lives with the document.
 */
@NullMarked
package dev.ocelot.packaging.json;

import org.jspecify.annotations.NullMarked;
