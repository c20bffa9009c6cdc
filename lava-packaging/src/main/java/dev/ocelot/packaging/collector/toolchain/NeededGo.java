package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.Optional;

/**
 * The Go that an upstream needs.
 *
 * @param text such as {@code 1.24.2}
 */
record NeededGo(String text) {
  /** Older ones do not know of toolchains. */
  private static final String OLDEST = "1.21";

  /** By the {@code go} line of a go.mod, or empty. */
  static NeededGo of(String line) {
    return new NeededGo(line.isEmpty() ? OLDEST : line);
  }

  /**
   * Checks.
   *
   * @param version as {@code go version} has it
   * @param remedy what to do about one that is too old
   * @throws ProblemException {@code tool-missing} for one that is too old
   */
  void check(String version, String remedy) {
    Optional<ToolchainVersion> least = ToolchainVersion.parse(text);
    Optional<ToolchainVersion> has = ToolchainVersion.parse(version);
    // A Go under development has no number, and is newer than any that has one.
    if (least.isPresent() && has.isPresent() && has.get().compareTo(least.get()) < 0) {
      throw tooOld(version, remedy);
    }
  }

  ProblemException tooOld(String got, String remedy) {
    return new ProblemException(
        Problem.error(ProblemId.TOOL_MISSING, "Go is too old for the upstream")
            .comparing(got, "go" + text + " or newer")
            .withRemedy(Remedy.advice(remedy)));
  }
}
