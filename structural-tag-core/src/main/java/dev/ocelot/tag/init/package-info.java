/**
 * Adds a component to a repository: its script, its declared tag, and in the GitLab CI layout its
 * hidden job.
 *
 * <p>Here live the templates (as resources), the plan of what would be written, and the writer that
 * writes all of it or nothing. Edits of YAML and of declared tags are done by the packages that own
 * them.
 */
@NullMarked
package dev.ocelot.tag.init;

import org.jspecify.annotations.NullMarked;
