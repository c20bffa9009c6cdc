package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.ReportingMojo;
import dev.ocelot.maven.console.Report;
import dev.ocelot.tag.declared.DeclaredTagsEditor.Style;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the computed tags of stale components into the file that declares them: all of them or
 * none, and nothing but the values.
 *
 * @since 0.1.0
 */
@Mojo(name = "update-tags", requiresProject = false, threadSafe = true, aggregator = true)
public final class UpdateTagsMojo extends ReportingMojo {

  /**
   * Write the whole file as PyYAML writes it, as the older tool does; comments are lost.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.canonical", defaultValue = "false")
  private boolean canonical;

  /**
   * Say what would be written, and write nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  protected Report run(Ground ground) {
    Style style = canonical ? Style.CANONICAL : Style.IN_PLACE;
    UpdateTags update = new UpdateTags(ground, selection(), style);
    return dryRun ? update.plan() : update.run();
  }
}
