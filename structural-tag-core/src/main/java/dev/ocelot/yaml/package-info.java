/**
 * YAML with positions: read strictly, edited in place, or written as PyYAML writes it.
 *
 * <p>Reading keeps every scalar as the text that stands in the file and turns whatever is wrong
 * into a {@link dev.ocelot.problem.Problem} with line and column. What the keys mean does not live
 * here, and no value is ever constructed from a tag in a file.
 */
@NullMarked
package dev.ocelot.yaml;

import org.jspecify.annotations.NullMarked;
