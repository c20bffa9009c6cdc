package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fetches published layers and holds them to what was built, or to the table: bytes, digests,
 * descriptions, permissions and rows.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify-published", requiresProject = false, threadSafe = true, aggregator = true)
public final class VerifyPublishedMojo extends AccountMojo {

  /**
   * Verify every version that the table accounts for, and not what was built here.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.all", defaultValue = "false")
  private boolean all;

  /**
   * The output directories of the modules that built the layers; each holds an {@code
   * artifacts.json}. By default those of all modules of this build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.artifactDirectories")
  private @Nullable List<File> artifactDirectories;

  /**
   * The version in the names of layers. By default what {@code config/publish.yaml} says, else the
   * module's version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.layerVersion")
  private @Nullable String layerVersion;

  /**
   * The word that keeps releases apart. By default what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.releaseGroup")
  private @Nullable String releaseGroup;

  /**
   * Whether everyone may use the layers. By default what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.makePublic")
  private @Nullable Boolean makePublic;

  @Override
  protected Report run(Ground ground) {
    VerifyPublished verification = new VerifyPublished(ground);
    return LayerAccount.of(
        ground,
        overrides(layerVersion, releaseGroup),
        account ->
            all
                ? verification.accounted(account)
                : verification.built(account, given(artifactDirectories), makePublic));
  }
}
