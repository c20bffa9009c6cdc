package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Problem;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param receipts one for each entry, in the plan's order
 */
public record PublishResult(List<Receipt> receipts) {
  /** Keeps a copy. */
  public PublishResult {
    receipts = List.copyOf(receipts);
  }

  /**
   * A row of the table that a person sees at the end.
   *
   * @param layer the layer's name
   * @param region the region
   * @param version the version, or empty
   * @param outcome how it ended
   * @param detail what was found and done, or why it failed
   */
  public record SummaryRow(
      String layer, String region, String version, String outcome, String detail) {}

  /**
   * The table that a person sees at the end.
   *
   * @return a row for each receipt
   */
  public List<SummaryRow> summary() {
    return receipts.stream().map(PublishResult::row).toList();
  }

  /**
   * Why the build fails.
   *
   * @return the problems of all regions; empty when everything is as it should be
   */
  public List<Problem> problems() {
    return receipts.stream().flatMap(receipt -> receipt.problems().stream()).toList();
  }

  /**
   * How many ended so.
   *
   * @param outcome an outcome
   * @return a number of receipts
   */
  public long count(Receipt.Outcome outcome) {
    return receipts.stream().filter(receipt -> receipt.outcome() == outcome).count();
  }

  private static SummaryRow row(Receipt receipt) {
    List<String> detail =
        receipt.problems().isEmpty()
            ? receipt.notes()
            : receipt.problems().stream().map(Problem::message).toList();
    return new SummaryRow(
        receipt.layer().name().text(),
        receipt.region().name(),
        receipt.version() == 0 ? "" : Long.toString(receipt.version()),
        receipt.outcome().text(),
        String.join(", ", detail));
  }
}
