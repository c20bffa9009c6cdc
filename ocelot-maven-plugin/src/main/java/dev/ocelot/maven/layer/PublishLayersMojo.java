package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.publish.PublishOverrides;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the layers that were built, each once in each region.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish-layers", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishLayersMojo extends OcelotMojo {

  /**
   * Publishes nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.publish.skip", defaultValue = "false")
  private boolean publishSkip;

  /**
   * Say what would be published and why, and publish nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * The output directories of the modules whose layers are published; each holds an {@code
   * artifacts.json}. By default this module's own.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.artifactDirectories")
  private @Nullable List<File> artifactDirectories;

  /**
   * The regions to publish to. By default those in {@code config/publish.yaml}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.regions")
  private @Nullable List<String> regions;

  /**
   * What holds the layers: {@code directory} or {@code aws}. By default what {@code
   * config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.publisher")
  private @Nullable String publisher;

  /**
   * The folder that the publisher {@code directory} keeps layers in, relative to the root. By
   * default what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.directory")
  private @Nullable String directory;

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

  /**
   * Make the table that accounts for layers, with its indexes, where there is none yet. A dry run
   * never does.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.createTable", defaultValue = "false")
  private boolean createTable;

  @Override
  protected boolean isSkipped() {
    return publishSkip;
  }

  @Override
  protected Report run(Ground ground) {
    PublishOverrides overrides =
        new PublishOverrides(
            regions == null ? List.of() : regions,
            given(publisher),
            given(directory),
            given(layerVersion),
            given(releaseGroup));
    List<File> folders = artifactDirectories == null ? List.of() : artifactDirectories;
    PublishLayers publish =
        new PublishLayers(ground, folders, overrides, makePublic, createTable && !dryRun);
    return dryRun ? publish.plan() : publish.run();
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
