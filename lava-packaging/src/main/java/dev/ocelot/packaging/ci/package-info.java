/**
 * What the engines that run a repository's jobs are told: outputs of a step, a summary, and the
 * matrix of jobs for GitHub Actions and GitLab CI.
 *
 * <p>Here live the port for outputs with its forms, the regions that layers go to, and the
 * matrices. What an output means lives with the kind of artifact that it is about.
 */
@NullMarked
package dev.ocelot.packaging.ci;

import org.jspecify.annotations.NullMarked;
