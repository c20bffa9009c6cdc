package dev.ocelot.maven.component;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.SelectingMojo;
import dev.ocelot.maven.console.Report;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Builds the components that a module owns, for each of their platforms, in containers; what was
 * built before from the same inputs is taken from the store.
 *
 * @since 0.1.0
 */
@Mojo(name = "build-components", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BuildComponentsMojo extends SelectingMojo {

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
   * Where finished builds are kept. By default {@code ocelot/store} in the user's cache directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.store")
  private @Nullable File store;

  private final RepositorySystem repositories;
  private final MavenProjectHelper projects;

  /**
   * With Maven's own parts.
   *
   * @param repositories resolves sources that are declared by coordinates
   * @param projects attaches what was built
   */
  @Inject
  public BuildComponentsMojo(RepositorySystem repositories, MavenProjectHelper projects) {
    this.repositories = repositories;
    this.projects = projects;
  }

  @Override
  protected boolean isSkipped() {
    return buildSkip;
  }

  @Override
  protected void skipped(Ground ground) {
    ground.attachments(projects).none();
  }

  @Override
  protected Report run(Ground ground) {
    Path cache = ground.cacheDirectory().resolve("ocelot");
    Path kept = store == null ? cache.resolve("store") : store.toPath();
    BuildServices services =
        new BuildServices(ground, cache, kept, ground.mavenFetcher(repositories));
    BuildComponents build =
        new BuildComponents(ground, selection(), services, ground.attachments(projects));
    return dryRun ? build.forecast() : build.run();
  }
}
