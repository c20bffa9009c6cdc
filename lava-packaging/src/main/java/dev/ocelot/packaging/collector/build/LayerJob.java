package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.problem.Location;
import java.util.List;

/**
 * One layer to be built: everything is settled, nothing is looked up any more.
 *
 * @param distribution its name
 * @param description of the distribution, or empty
 * @param buildTags sorted
 * @param overlay what is laid over the upstream, sorted by target; a file of the upstream's with
 *     the same name is replaced
 * @param requirements what is required besides, sorted by path
 * @param platform what the layer runs on
 * @param location where the distribution is declared
 */
public record LayerJob(
    String distribution,
    String description,
    List<String> buildTags,
    List<OverlayFile> overlay,
    List<Requirement> requirements,
    Platform platform,
    Location location) {
  /** Keeps copies. */
  public LayerJob {
    buildTags = List.copyOf(buildTags);
    overlay = List.copyOf(overlay);
    requirements = List.copyOf(requirements);
  }

  /** The layer's file name without its extension. */
  String baseName() {
    return "collector-" + platform.shortName() + "-" + distribution;
  }

  /** The layer's file name. */
  String fileName() {
    return baseName() + ".zip";
  }

  /** What Go calls the architecture. */
  String goArch() {
    return platform
        .word(Vocabulary.GO)
        .orElseThrow(() -> new IllegalStateException("Go has no word for " + platform));
  }

  @Override
  public String toString() {
    return distribution + " " + platform.shortName();
  }
}
