package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.SelectingMojo;
import dev.ocelot.maven.console.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Recomputes every tag after the build, and only if all agree with the declared ones writes the tag
 * files that later tests look for.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "verify-tags",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class VerifyTagsMojo extends SelectingMojo {
  @Override
  protected Report run(Ground ground) {
    return new VerifyTags(ground, selection()).run();
  }
}
