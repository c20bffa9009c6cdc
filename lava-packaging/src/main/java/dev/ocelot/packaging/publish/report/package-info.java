/**
 * Says what is published, for people and programs: Markdown, HTML, JSON. Only the newest version of
 * each layer in each region is shown, and nothing depends on the time of asking.
 */
@NullMarked
package dev.ocelot.packaging.publish.report;

import org.jspecify.annotations.NullMarked;
