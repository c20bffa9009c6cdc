package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.toolchain.GoPlace;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.plan.OnFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Layers to be built.
 *
 * @param scope what tells the repository from others in the store's memory, such as its real path
 * @param upstream what layers are built from
 * @param jobs what to build, in the order in which it is shown
 * @param output the module's output directory, such as {@code target/ocelot}
 * @param version of the module
 * @param environment of this process
 * @param go where Go is to run
 * @param modules whether modules may be downloaded
 * @param onFailure what becomes of the others when one fails
 */
public record CollectorBuildRequest(
    String scope,
    Upstream upstream,
    List<LayerJob> jobs,
    Path output,
    String version,
    Map<String, String> environment,
    GoPlace go,
    Downloads modules,
    OnFailure onFailure) {
  /** Whether modules may be downloaded. */
  public enum Downloads {
    /** As Go's settings have it. */
    ALLOWED,
    /** Only what is in the module cache may be used. */
    FORBIDDEN
  }

  /** Keeps copies. */
  public CollectorBuildRequest {
    jobs = List.copyOf(jobs);
    environment = Map.copyOf(environment);
  }
}
