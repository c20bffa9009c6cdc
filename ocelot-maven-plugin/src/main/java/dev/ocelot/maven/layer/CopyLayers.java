package dev.ocelot.maven.layer;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.Receipt;
import dev.ocelot.packaging.publish.Receipts;
import dev.ocelot.packaging.publish.Timing;
import dev.ocelot.packaging.publish.WorkFolder;
import dev.ocelot.packaging.publish.copy.CopyPlan;
import dev.ocelot.packaging.publish.copy.CopyPlanner;
import dev.ocelot.packaging.publish.copy.LayerCopier;
import java.util.ArrayList;
import java.util.List;

/** What {@code copy-layers} does. */
final class CopyLayers {
  private final Ground ground;
  private final LayerPattern pattern;

  CopyLayers(Ground ground, LayerPattern pattern) {
    this.ground = ground;
    this.pattern = pattern;
  }

  /** What would be copied. */
  Report plan(LayerAccount account) throws LayerServiceException, InterruptedException {
    CopyPlan plan = planned(account);
    List<String> lines =
        new ArrayList<>(plan.entries().stream().map(CopyPlan.Entry::line).toList());
    lines.add(complete(plan));
    return Report.of(lines, plan.problems());
  }

  /** Copies. */
  Report run(LayerAccount account) throws LayerServiceException, InterruptedException {
    CopyPlan plan = planned(account);
    try (WorkFolder work = WorkFolder.temporary()) {
      LayerCopier copier =
          new LayerCopier(
              account.service(),
              (settings, commit) ->
                  new LayerPublisher(
                      account.held(), settings, PublishPatience.DEFAULT, Timing.SYSTEM, commit),
              work.path(),
              ground.console().progress());
      LayerCopier.Result result = copier.carryOut(plan, account.settings());
      ground
          .outputDirectory()
          .ifPresent(
              folder ->
                  new Receipts(folder.resolve("copy-receipts.json"), result.receipts()).write());
      return report(plan, result);
    }
  }

  private CopyPlan planned(LayerAccount account)
      throws LayerServiceException, InterruptedException {
    return new CopyPlanner(account.service(), account.settings().regions()).plan(pattern);
  }

  private static String complete(CopyPlan plan) {
    return plan.complete() + " layers are in every region already";
  }

  private static Report report(CopyPlan plan, LayerCopier.Result result) {
    TextTable table = new TextTable("layer", "region", "version", "outcome", "detail");
    for (PublishResult.SummaryRow row : new PublishResult(result.receipts()).summary()) {
      table.row(row.layer(), row.region(), row.version(), row.outcome(), row.detail());
    }
    List<String> lines = new ArrayList<>(table.isEmpty() ? List.of() : table.lines());
    lines.add(complete(plan));
    return new Report(lines, result.problems(), json -> write(json, result.receipts()));
  }

  private static void write(JsonWriter json, List<Receipt> receipts) {
    json.object().name("layers").array();
    for (Receipt receipt : receipts) {
      json.object();
      json.name("layer").value(receipt.layer().name().text());
      json.name("region").value(receipt.region().name());
      json.name("outcome").value(receipt.outcome().text());
      json.name("arn").value(receipt.arn());
      json.end();
    }
    json.end().end();
  }
}
