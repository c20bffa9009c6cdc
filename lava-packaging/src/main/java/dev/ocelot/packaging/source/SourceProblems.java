package dev.ocelot.packaging.source;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/** The kinds of problem that a source gives. */
public final class SourceProblems {
  /** What stands at the address is not what was declared. */
  public static final ProblemId INVALID = ProblemId.user("source-invalid");

  /** The address gives nothing, or not in time. */
  public static final ProblemId UNAVAILABLE = ProblemId.environment("source-unavailable");

  private SourceProblems() {}

  static Problem unavailable(Source source, String reason) {
    return Problem.error(
            UNAVAILABLE, "source " + source.shownAddress() + " cannot be fetched: " + reason)
        .at(source.location())
        .withRemedy(
            Remedy.advice(
                "See that the address can be reached from this machine, and run again; a proxy is"
                    + " taken from the properties https.proxyHost and https.proxyPort"));
  }

  static Problem offline(Source source) {
    return Problem.error(
            UNAVAILABLE,
            "source " + source.shownAddress() + " is not in the cache, and Maven is offline")
        .at(source.location())
        .withRemedy(Remedy.advice("Run once without -o, so that it is fetched into the cache"));
  }

  static Problem otherDigest(Source source, String found) {
    return Problem.error(
            INVALID, "source " + source.shownAddress() + " has another digest than declared")
        .at(source.location())
        .comparing("sha256 " + found, source.sha256())
        .withRemedy(
            Remedy.advice(
                "Find out why it changed; if the new content is the right one, declare sha256: "
                    + found));
  }

  static Problem tooLarge(Source source, long limit) {
    return Problem.error(
            INVALID, "source " + source.shownAddress() + " is larger than " + limit + " bytes")
        .at(source.location())
        .withRemedy(Remedy.advice("See what stands at the address"));
  }

  static Problem unknownScheme(Source source, String known) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            "nothing here can fetch a source from " + source.shownAddress())
        .at(source.location())
        .comparing(source.scheme(), "one of " + known);
  }
}
