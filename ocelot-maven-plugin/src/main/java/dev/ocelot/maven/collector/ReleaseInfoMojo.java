package dev.ocelot.maven.collector;

import dev.ocelot.maven.DocumentMojo;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Names a release of one collector distribution, and hands the names to later steps of a CI job.
 *
 * @since 0.1.0
 */
@Mojo(name = "release-info", requiresProject = false, threadSafe = true, aggregator = true)
public final class ReleaseInfoMojo extends DocumentMojo {

  /**
   * The distribution that is released; case does not matter.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.distribution")
  private @Nullable String distribution;

  /**
   * The version of the collector, such as {@code v0.126.0}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.collectorVersion")
  private @Nullable String collectorVersion;

  /**
   * The word that keeps releases apart. By default what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.releaseGroup")
  private @Nullable String releaseGroup;

  /**
   * A dotenv report for GitLab CI that gets the values, relative to the folder that Maven was
   * started in. By default they go to the file that {@code GITHUB_OUTPUT} names, if it is set.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.dotenvFile")
  private @Nullable File dotenvFile;

  @Override
  protected Report run(Ground ground) {
    return new ReleaseInfoOutputs(ground, new OutputsChoice(ground.environment()).of(dotenvFile))
        .run(given(distribution), given(collectorVersion), given(releaseGroup));
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
