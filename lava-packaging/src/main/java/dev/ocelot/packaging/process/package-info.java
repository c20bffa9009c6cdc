/**
 * The only place that starts a process: a request says everything that the process is given and how
 * long it may take, a result says how it ended.
 *
 * <p>Here live the request, the runner, the search for programs, cancellation and the masking of
 * secrets. What is run, and what its output means, lives with whoever asks.
 */
@NullMarked
package dev.ocelot.packaging.process;

import org.jspecify.annotations.NullMarked;
