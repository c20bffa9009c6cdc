package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * What became of one layer in one region.
 *
 * @param layer the layer
 * @param region the region
 * @param outcome how it ended
 * @param arn the version's name in the service, or empty when there is none
 * @param version the version's number, or 0 when there is none
 * @param notes what was found and done, in order
 * @param problems why it failed; empty otherwise
 */
public record Receipt(
    BuiltLayer layer,
    Region region,
    Outcome outcome,
    String arn,
    long version,
    List<String> notes,
    List<Problem> problems) {
  /** Keeps copies. */
  public Receipt {
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /** How it ended. */
  public enum Outcome {
    /** Not yet come to. */
    PENDING("pending"),
    /** A new version was made. */
    PUBLISHED("published"),
    /** A published version will do. */
    REUSED("reused"),
    /** A published version will do, after it was mended. */
    REPAIRED("repaired"),
    /** Something is not as it should be. */
    FAILED("failed");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /**
     * The outcome as files have it.
     *
     * @return a word in lower case
     */
    public String text() {
      return text;
    }
  }

  /** Nothing happened yet. */
  static Receipt pending(PublishPlan.Entry entry) {
    return new Receipt(entry.layer(), entry.region(), Outcome.PENDING, "", 0, List.of(), List.of());
  }

  /** The end of the work on a version. */
  static Receipt of(BuiltLayer layer, LayerVersion version, Outcome outcome, List<String> notes) {
    return new Receipt(
        layer, version.region(), outcome, version.arn(), version.number(), notes, List.of());
  }

  /** The same receipt, failed. */
  Receipt failed(Problem problem) {
    return new Receipt(layer, region, Outcome.FAILED, arn, version, notes, List.of(problem));
  }
}
