package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.ReportingMojo;
import dev.ocelot.maven.console.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists the components with their declared and computed tags. Ends well whatever their states.
 *
 * @since 0.1.0
 */
@Mojo(name = "list-tags", requiresProject = false, threadSafe = true, aggregator = true)
public final class ListTagsMojo extends ReportingMojo {
  @Override
  protected Report run(Ground ground) {
    return new ListTags(ground, selection()).run();
  }
}
