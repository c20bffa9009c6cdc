package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.removal.RemovalRequest;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes published versions of layers with their rows, after it has shown them and somebody has
 * typed {@code DELETE}.
 *
 * @since 0.1.0
 */
@Mojo(name = "delete-layers", requiresProject = false, threadSafe = true, aggregator = true)
public final class DeleteLayersMojo extends AccountMojo {

  /**
   * The layers, by name, or by name and version as in {@code ocel-amd64-*:3}; {@code *} stands for
   * any text. Case counts.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.pattern")
  private @Nullable String pattern;

  /**
   * How many of the newest versions of each layer stay in each region.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.keep", defaultValue = "0")
  private int keep;

  /**
   * Delete versions that functions use, too. The functions go on until they are changed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.evenInUse", defaultValue = "false")
  private boolean evenInUse;

  /**
   * Delete without asking.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.force", defaultValue = "false")
  private boolean force;

  /**
   * Say what would be deleted, and delete nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  protected Report run(Ground ground) {
    if (given(pattern).isEmpty() || keep < 0) {
      throw new ProblemException(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  keep < 0
                      ? "the parameter ocelot.keep is negative"
                      : "the parameter ocelot.pattern is missing")
              .comparing(
                  keep < 0 ? Integer.toString(keep) : "nothing",
                  keep < 0 ? "0 or more" : "the name of a layer, such as ocel-amd64-minimal-*"));
    }
    return LayerAccount.of(
        ground,
        overrides(null, null),
        account -> {
          RemovalRequest request =
              new RemovalRequest(
                  new LayerPattern(given(pattern)), account.settings().regions(), keep, evenInUse);
          DeleteLayers deletion = new DeleteLayers(ground, account, request);
          return dryRun ? deletion.plan() : deletion.run(force);
        });
  }
}
