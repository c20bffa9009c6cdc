package dev.ocelot.packaging.process;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.time.Duration;
import java.util.List;

/**
 * How a process ended.
 *
 * @param command the command as a reader may see it
 * @param ending why it ended
 * @param exitCode what it returned; 128 and the signal when a signal ended it
 * @param tail the last lines that it printed, masked: of standard error, and of standard output
 *     where that was read by lines
 * @param took from start to end; for people, never for anything that is kept
 */
public record ProcessResult(
    String command, Ending ending, int exitCode, List<String> tail, Duration took) {

  /** Why a process ended. */
  public enum Ending {
    /** By itself. */
    EXITED,
    /** Because its time was over. */
    TIMED_OUT,
    /** Because nothing was heard of it for too long. */
    STALLED
  }

  /** Keeps a copy. */
  public ProcessResult {
    tail = List.copyOf(tail);
  }

  /**
   * Whether it ended by itself and returned zero.
   *
   * @return true for success
   */
  public boolean succeeded() {
    return ending == Ending.EXITED && exitCode == 0;
  }

  /**
   * Goes on with a success and ends the call with anything else.
   *
   * @param id the kind of problem
   * @param what what failed, such as {@code the engine does not answer}
   * @param remedy what to do
   * @return this
   * @throws ProblemException when it did not succeed; names the command, how it ended and its tail
   */
  public ProcessResult orProblem(ProblemId id, String what, Remedy remedy) {
    if (succeeded()) {
      return this;
    }
    throw new ProblemException(problem(id, what, remedy));
  }

  /**
   * This end as a problem.
   *
   * @param id the kind of problem
   * @param what what failed
   * @param remedy what to do
   * @return the problem
   */
  public Problem problem(ProblemId id, String what, Remedy remedy) {
    StringBuilder text = new StringBuilder(what).append(": ").append(command).append(' ');
    text.append(
        switch (ending) {
          case EXITED -> "returned " + exitCode;
          case TIMED_OUT -> "took longer than allowed and was ended";
          case STALLED -> "was silent for longer than allowed and was ended";
        });
    tail.forEach(line -> text.append(System.lineSeparator()).append("  | ").append(line));
    return Problem.error(id, text.toString()).withRemedy(remedy);
  }
}
