/**
 * Tells a person how long work goes on: jobs report events, a renderer turns them into lines.
 *
 * <p>Here live the port, the state of a job, and renderers that are pure functions of state and
 * elapsed time, and the log file of a job. Which renderer a run uses, and where its lines go, is
 * decided by the front end.
 */
@NullMarked
package dev.ocelot.packaging.progress;

import org.jspecify.annotations.NullMarked;
