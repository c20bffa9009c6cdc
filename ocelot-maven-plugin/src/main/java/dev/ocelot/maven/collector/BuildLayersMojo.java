package dev.ocelot.maven.collector;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.Choice;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.collector.toolchain.GoPlace;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Builds collector layers: each distribution of {@code config/distributions.yaml} for each
 * architecture, from a commit of the upstream. What was built before from the same inputs is taken
 * from the store.
 *
 * @since 0.1.0
 */
@Mojo(name = "build-layers", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BuildLayersMojo extends OcelotMojo {

  /**
   * Builds nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.build.skip", defaultValue = "false")
  private boolean buildSkip;

  /**
   * Say what would be built and why, and build nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * The distributions to build, by name; case does not matter. By default, or with {@code all}, all
   * of them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.distributions")
  private @Nullable List<String> distributions;

  /**
   * The architectures to build for: {@code amd64}, {@code arm64}. By default, or with {@code all},
   * both.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.architectures")
  private @Nullable List<String> architectures;

  /**
   * The upstream's repository: {@code owner/name} on GitHub, a git URL, or a path.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.upstream", defaultValue = "open-telemetry/opentelemetry-lambda")
  private String upstream;

  /**
   * The upstream's branch, tag or commit.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.upstreamRef", defaultValue = "main")
  private String upstreamRef;

  /**
   * Where Go runs: {@code host} for the Go on {@code PATH}, or the name of a builder, {@code
   * config/builders/NAME.Dockerfile}, that has one.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.go", defaultValue = GoPlace.HOST)
  private String go;

  /**
   * What Go may reach in a builder while it settles modules: {@code none}, or {@code bridge} for
   * what the engine's bridge reaches. Compiling never reaches anything.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.goNetwork", defaultValue = "none")
  private String goNetwork;

  /**
   * Where finished builds are kept. By default {@code ocelot/store} in the user's cache directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.store")
  private @Nullable File store;

  private final MavenProjectHelper projects;

  /**
   * With Maven's own part.
   *
   * @param projects attaches what was built
   */
  @Inject
  public BuildLayersMojo(MavenProjectHelper projects) {
    this.projects = projects;
  }

  @Override
  protected boolean isSkipped() {
    return buildSkip;
  }

  @Override
  protected Report run(Ground ground) {
    LayerSelection selection =
        new LayerSelection(
            distributions == null ? List.of() : distributions,
            architectures == null ? List.of() : architectures,
            upstream,
            upstreamRef,
            place(ground));
    BuildLayers build = new BuildLayers(ground, selection, new LayerServices(ground, store));
    return dryRun ? build.forecast() : build.run(ground.attachments(projects));
  }

  private GoPlace place(Ground ground) {
    Network network = Choice.of("ocelot.goNetwork", goNetwork, Network.class);
    if (go.equals(GoPlace.HOST)) {
      return new GoPlace.Host();
    }
    return new GoPlace.Container(go, ground.online() ? network : Network.NONE);
  }
}
