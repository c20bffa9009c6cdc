package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.SelectingMojo;
import dev.ocelot.maven.console.Choice;
import dev.ocelot.maven.console.Report;
import dev.ocelot.tag.check.TagSource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares the computed tag of every component with the declared one. Writes nothing.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-tags",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CheckTagsMojo extends SelectingMojo {

  /**
   * What a computed tag is compared with: {@code declared}, the value in the file, or {@code
   * environment}, the variable {@code <X>_TAG} where it is set and not empty.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.tagSource", defaultValue = "declared")
  private String tagSource;

  @Override
  protected Report run(Ground ground) {
    return new CheckTags(
            ground, selection(), Choice.of("ocelot.tagSource", tagSource, TagSource.class))
        .run();
  }
}
