package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Compares computed with declared tags.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-tags",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CheckTagsMojo extends OcelotMojo {
  @Override
  protected Report run(Ground ground) {
    return Report.of(ground.goal());
  }
}
