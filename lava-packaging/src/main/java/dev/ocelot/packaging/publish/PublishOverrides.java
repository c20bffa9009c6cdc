package dev.ocelot.packaging.publish;

import java.util.List;

/**
 * What the command line says in the place of {@code config/publish.yaml}. Empty means: not said.
 *
 * @param regions where to publish ({@code ocelot.regions})
 * @param publisher {@code aws} or {@code directory} ({@code ocelot.publisher})
 * @param directory the folder for {@code directory} ({@code ocelot.directory}), relative to the
 *     repository root or absolute
 * @param layerVersion the version in layers' names ({@code ocelot.layerVersion})
 * @param releaseGroup the word that keeps releases apart ({@code ocelot.releaseGroup})
 */
public record PublishOverrides(
    List<String> regions,
    String publisher,
    String directory,
    String layerVersion,
    String releaseGroup) {

  /** Nothing is said. */
  public static final PublishOverrides NONE = new PublishOverrides(List.of(), "", "", "", "");

  /** Keeps a copy. */
  public PublishOverrides {
    regions = List.copyOf(regions);
  }
}
