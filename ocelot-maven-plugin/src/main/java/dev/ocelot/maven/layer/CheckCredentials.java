package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.publish.CredentialsCheck;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.PublishOverrides;
import dev.ocelot.packaging.publish.PublishSettings;

/** What {@code check-credentials} does. */
final class CheckCredentials {
  private final Ground ground;
  private final PublishOverrides overrides;

  CheckCredentials(Ground ground, PublishOverrides overrides) {
    this.ground = ground;
    this.overrides = overrides;
  }

  Report run() {
    PublishSettings settings = new PublishingFile(ground).settings(overrides, null);
    try (LayerService service = new LayerServiceChoice(ground).open(settings)) {
      CredentialsCheck.Result result = new CredentialsCheck(service, settings).run();
      TextTable table = new TextTable("asked for", "answer");
      for (CredentialsCheck.Outcome outcome : result.outcomes()) {
        table.row(outcome.what(), outcome.answer());
      }
      return Report.of(table.lines(), result.problems());
    }
  }
}
