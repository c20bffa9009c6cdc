package dev.ocelot.packaging.component;

import dev.ocelot.packaging.progress.JobProgress;
import java.nio.file.Path;

/** Brings declared sources onto this machine. Safe for several threads. */
@FunctionalInterface
public interface SourceFiles {
  /**
   * Fetches a source, unless it is here already.
   *
   * @param source what is declared
   * @param progress hears how it goes on
   * @return a file with exactly the declared digest, which nobody changes
   * @throws dev.ocelot.problem.ProblemException when it cannot be had, or has another digest
   */
  Path fetch(DeclaredSource source, JobProgress progress);
}
