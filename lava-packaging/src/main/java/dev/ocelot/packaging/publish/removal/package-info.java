/**
 * Deletes published versions with their rows: what a pattern names, less what is to be kept and
 * what functions use. Who may say yes lives with the goal.
 */
@NullMarked
package dev.ocelot.packaging.publish.removal;

import org.jspecify.annotations.NullMarked;
