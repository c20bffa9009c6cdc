package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.publish.PublishOverrides;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says whose credentials these are, and whether they reach what publishing needs. Changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-credentials", requiresProject = false, threadSafe = true, aggregator = true)
public final class CheckCredentialsMojo extends OcelotMojo {

  /**
   * The regions to ask. By default those in {@code config/publish.yaml}.
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

  @Override
  protected Report run(Ground ground) {
    return new CheckCredentials(
            ground,
            new PublishOverrides(
                regions == null ? List.of() : regions, given(publisher), given(directory), "", ""))
        .run();
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
