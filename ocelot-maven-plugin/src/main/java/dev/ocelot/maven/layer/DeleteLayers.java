package dev.ocelot.maven.layer;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.publish.removal.LayerRemoval;
import dev.ocelot.packaging.publish.removal.RemovalPlan;
import dev.ocelot.packaging.publish.removal.RemovalPlanner;
import dev.ocelot.packaging.publish.removal.RemovalRequest;
import dev.ocelot.packaging.publish.removal.Removed;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code delete-layers} does. */
final class DeleteLayers {
  /** Nobody said that layers may go. */
  static final ProblemId NOT_CONFIRMED = ProblemId.user("not-confirmed");

  private static final String CONFIRMATION = "DELETE";

  private final Ground ground;
  private final LayerAccount account;
  private final RemovalRequest request;

  DeleteLayers(Ground ground, LayerAccount account, RemovalRequest request) {
    this.ground = ground;
    this.account = account;
    this.request = request;
  }

  /** What would be deleted. */
  Report plan() throws InterruptedException {
    RemovalPlan plan = new RemovalPlanner(account.service(), request).plan();
    List<String> lines = new ArrayList<>(table(plan));
    lines.add("would delete " + plan.summary().orElse("nothing"));
    return new Report(
        lines,
        plan.problems(),
        json ->
            write(
                json,
                plan.entries().stream().map(e -> new Shown(e, e.decision().text())).toList()));
  }

  /** Deletes, when somebody confirms it. */
  Report run(boolean force) throws InterruptedException {
    RemovalPlan plan = new RemovalPlanner(account.service(), request).plan();
    Optional<String> summary = plan.summary();
    if (summary.isEmpty()) {
      List<String> lines = new ArrayList<>(table(plan));
      lines.add("nothing to delete");
      return Report.of(lines, plan.problems());
    }
    table(plan).forEach(ground.console().log()::info);
    if (!force && !isConfirmed(summary.get())) {
      return Report.of("deletion cancelled, nothing was deleted");
    }
    List<Removed> removed = new LayerRemoval(account.service()).carryOut(plan);
    List<Problem> problems = new ArrayList<>(plan.problems());
    TextTable table = new TextTable("layer", "region", "version", "outcome");
    for (Removed one : removed) {
      table.row(
          one.entry().layer().text(),
          one.entry().region().name(),
          Long.toString(one.entry().number()),
          one.outcome());
      problems.addAll(one.problems());
    }
    return new Report(
        table.lines(),
        problems,
        json -> write(json, removed.stream().map(r -> new Shown(r.entry(), r.outcome())).toList()));
  }

  private boolean isConfirmed(String summary) {
    Optional<String> answer =
        ground.console().ask("This deletes " + summary + ". Type " + CONFIRMATION + " to go on: ");
    if (answer.isEmpty()) {
      throw new ProblemException(
          Problem.error(
                  NOT_CONFIRMED,
                  "nobody can be asked whether to delete " + summary + ", so nothing was deleted")
              .withRemedy(
                  Remedy.advice(
                      "look at what -Docelot.dryRun prints, and give -Docelot.force=true")));
    }
    return answer.get().equals(CONFIRMATION);
  }

  private static List<String> table(RemovalPlan plan) {
    TextTable table = new TextTable("layer", "region", "version", "decision", "detail");
    for (RemovalPlan.Entry entry : plan.entries()) {
      table.row(
          entry.layer().text(),
          entry.region().name(),
          Long.toString(entry.number()),
          entry.decision().text(),
          entry.detail());
    }
    return table.isEmpty() ? List.of("no layer fits the pattern") : table.lines();
  }

  private record Shown(RemovalPlan.Entry entry, String outcome) {}

  private static void write(JsonWriter json, List<Shown> entries) {
    json.object().name("layers").array();
    for (Shown one : entries) {
      json.object();
      json.name("layer").value(one.entry().layer().text());
      json.name("region").value(one.entry().region().name());
      json.name("version").value(one.entry().number());
      json.name("arn").value(one.entry().arn());
      json.name("outcome").value(one.outcome());
      json.end();
    }
    json.end().end();
  }
}
