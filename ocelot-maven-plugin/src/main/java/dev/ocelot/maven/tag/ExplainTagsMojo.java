package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.ReportingMojo;
import dev.ocelot.maven.console.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Says for every stale component which input made the difference.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain-tags", requiresProject = false, threadSafe = true, aggregator = true)
public final class ExplainTagsMojo extends ReportingMojo {
  @Override
  protected Report run(Ground ground) {
    return new ExplainTags(ground, selection()).run();
  }
}
