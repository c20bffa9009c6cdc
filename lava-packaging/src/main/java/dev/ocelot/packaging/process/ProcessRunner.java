package dev.ocelot.packaging.process;

import dev.ocelot.problem.ProblemException;

/** Runs one process to its end. */
public interface ProcessRunner {

  /**
   * Runs a process and all that it starts, and comes back when the whole tree has ended.
   *
   * <p>An exit code other than zero, and a limit that was reached, are results, not exceptions: ask
   * {@link ProcessResult#succeeded()} or use {@link ProcessResult#orProblem}. An exception of one
   * of the request's callbacks ends the tree and is thrown on, an {@link java.io.IOException}
   * inside a {@link java.io.UncheckedIOException}.
   *
   * @param request what to run
   * @return how it ended
   * @throws ProblemException {@code tool-missing} when there is no such program
   * @throws CancelledException when the thread was interrupted (it still is, afterwards) or the
   *     request's token cancelled; the tree has been ended
   */
  ProcessResult run(ProcessRequest request);
}
