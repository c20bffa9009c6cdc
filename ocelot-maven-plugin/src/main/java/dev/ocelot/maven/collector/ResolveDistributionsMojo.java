package dev.ocelot.maven.collector;

import dev.ocelot.maven.DocumentMojo;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows collector distributions with everything that they inherit: build tags, the modules of added
 * components, and the configuration.
 *
 * @since 0.1.0
 */
@Mojo(name = "resolve-distributions", requiresProject = false, threadSafe = true, aggregator = true)
public final class ResolveDistributionsMojo extends DocumentMojo {

  /**
   * The distributions to show, by name; case does not matter. By default, or with {@code all}, all
   * of them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.distributions")
  private @Nullable List<String> distributions;

  @Override
  protected Report run(Ground ground) {
    return new ResolveDistributions(ground, distributions == null ? List.of() : distributions)
        .run();
  }
}
