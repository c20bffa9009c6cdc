package dev.ocelot.maven.layer;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.WorkFolder;
import dev.ocelot.packaging.publish.verify.PublishedVerification;
import dev.ocelot.packaging.publish.verify.Verified;
import dev.ocelot.problem.Problem;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code verify-published} does. */
final class VerifyPublished {
  private final Ground ground;

  VerifyPublished(Ground ground) {
    this.ground = ground;
  }

  Report built(LayerAccount account, List<File> folders, @Nullable Boolean makePublic)
      throws InterruptedException {
    boolean isPublic =
        makePublic == null ? account.settings().layer().isPublic() : makePublic.booleanValue();
    List<BuiltLayer> layers = new BuiltModules(ground).layers(folders, account.settings());
    try (WorkFolder work = WorkFolder.temporary()) {
      return report(
          verification(account, work).built(layers, account.settings().regions(), isPublic));
    }
  }

  Report accounted(LayerAccount account) throws LayerServiceException, InterruptedException {
    try (WorkFolder work = WorkFolder.temporary()) {
      return report(verification(account, work).accounted());
    }
  }

  private PublishedVerification verification(LayerAccount account, WorkFolder work) {
    return new PublishedVerification(account.service(), work.path(), ground.console().progress());
  }

  private static Report report(List<Verified> verified) {
    TextTable table = new TextTable("layer", "region", "version", "outcome");
    List<Problem> problems = new ArrayList<>();
    for (Verified one : verified) {
      table.row(
          one.layer().text(),
          one.region().name(),
          one.version() == 0 ? "" : Long.toString(one.version()),
          outcome(one));
      problems.addAll(one.problems());
    }
    return new Report(
        table.isEmpty() ? List.of("no layers") : table.lines(),
        problems,
        json -> write(json, verified));
  }

  private static String outcome(Verified one) {
    return one.isWhole() ? "verified" : one.version() == 0 ? "missing" : "differs";
  }

  private static void write(JsonWriter json, List<Verified> verified) {
    json.object().name("layers").array();
    for (Verified one : verified) {
      json.object();
      json.name("layer").value(one.layer().text());
      json.name("region").value(one.region().name());
      json.name("version").value(one.version());
      json.name("outcome").value(outcome(one));
      json.name("problems").array();
      one.problems().forEach(problem -> json.value(problem.toString()));
      json.end().end();
    }
    json.end().end();
  }
}
