package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.publish.LayerPattern;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fills regions that miss the newest version of a layer, from a region that has it.
 *
 * @since 0.1.0
 */
@Mojo(name = "copy-layers", requiresProject = false, threadSafe = true, aggregator = true)
public final class CopyLayersMojo extends AccountMojo {

  /**
   * The layers to copy, by name; {@code *} stands for any text.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.pattern", defaultValue = "*")
  private String pattern;

  /**
   * Say what would be copied, and copy nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  protected Report run(Ground ground) {
    CopyLayers copy = new CopyLayers(ground, new LayerPattern(pattern));
    return LayerAccount.of(ground, overrides(null, null), dryRun ? copy::plan : copy::run);
  }
}
