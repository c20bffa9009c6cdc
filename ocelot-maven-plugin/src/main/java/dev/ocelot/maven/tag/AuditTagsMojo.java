package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.ReportingMojo;
import dev.ocelot.maven.console.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Looks for wiring that is missing and for inputs that a script uses without declaring them.
 * Warnings do not fail the build, errors do.
 *
 * @since 0.1.0
 */
@Mojo(name = "audit-tags", requiresProject = false, threadSafe = true, aggregator = true)
public final class AuditTagsMojo extends ReportingMojo {
  @Override
  protected Report run(Ground ground) {
    return new AuditTags(ground, selection()).run();
  }
}
