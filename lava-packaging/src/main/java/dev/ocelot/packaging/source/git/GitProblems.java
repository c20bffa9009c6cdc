package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.util.Collection;
import java.util.List;

/** The kinds of problem that a git repository gives. */
public final class GitProblems {
  /** A repository does not answer, refuses us, or is needed while Maven is offline. */
  public static final ProblemId UNREACHABLE = ProblemId.environment("upstream-unreachable");

  /** A repository has no such branch, tag or commit. */
  public static final ProblemId UNKNOWN_REF = ProblemId.user("unknown-ref");

  /** A commit holds what must not be written to a disk. */
  public static final ProblemId UNSAFE = ProblemId.user("checkout-unsafe");

  private static final int MOST_SHOWN = 8;

  private GitProblems() {}

  static Problem unreachable(GitLocation location, ProcessResult result) {
    return result.problem(
        UNREACHABLE,
        "git repository " + location.shown() + " cannot be read",
        Remedy.advice(
            "See that it can be read from this machine without being asked for a password (an ssh"
                + " key, or a line in ~/.netrc), and run again; a proxy is taken from the variable"
                + " https_proxy, settings files of git are not read"));
  }

  static Problem offline(GitLocation location, String what) {
    return Problem.error(
            UNREACHABLE,
            what
                + " of git repository "
                + location.shown()
                + " is not in the cache, and Maven is offline")
        .withRemedy(Remedy.advice("Run once without -o, so that it is fetched into the cache"));
  }

  static Problem busy(GitLocation location, String holder) {
    return Problem.error(
            UNREACHABLE,
            "git repository "
                + location.shown()
                + " is being fetched by "
                + holder
                + " for too long")
        .withRemedy(Remedy.advice("Wait until the other run has ended, and run again"));
  }

  static Problem notARef(String ref) {
    return Problem.error(UNKNOWN_REF, "this cannot name a branch, tag or commit")
        .comparing("'" + ref + "'", "a name such as main, a tag, or a commit's hexadecimal id");
  }

  static Problem unknownRef(GitLocation location, String ref, Collection<String> known) {
    String nearest =
        NearMiss.nearest(ref, known)
            .map(name -> name + " (the nearest)")
            .orElseGet(() -> String.join(", ", known.stream().limit(MOST_SHOWN).toList()));
    Problem problem =
        Problem.error(
                UNKNOWN_REF, location.shown() + " has no branch, tag or commit named '" + ref + "'")
            .withRemedy(Remedy.advice("List what it has with: git ls-remote " + location.shown()));
    return known.isEmpty()
        ? problem
        : problem.comparing(ref, "one of its " + known.size() + " branches and tags: " + nearest);
  }

  static Problem ambiguous(GitLocation location, String ref, List<String> commits) {
    return Problem.error(
            UNKNOWN_REF, "'" + ref + "' is the beginning of several commits of " + location.shown())
        .comparing(
            ref, "more digits: " + String.join(", ", commits.stream().limit(MOST_SHOWN).toList()))
        .withRemedy(Remedy.advice("Give the commit's full id"));
  }

  static Problem noCommit(GitLocation location, String ref) {
    return Problem.error(
            UNKNOWN_REF,
            "'" + ref + "' of " + location.shown() + " names something else than a commit")
        .withRemedy(Remedy.advice("Give a branch, a tag of a commit, or a commit"));
  }

  static Problem unsafe(GitRevision revision, String path, String reason) {
    return Problem.error(
            UNSAFE,
            "commit "
                + revision.commit()
                + " of "
                + revision.location().shown()
                + " holds '"
                + path
                + "', which "
                + reason)
        .withRemedy(Remedy.advice("Use a commit without it; nothing was checked out"));
  }
}
