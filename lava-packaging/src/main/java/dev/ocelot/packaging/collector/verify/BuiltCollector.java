package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.platform.Platform;
import java.nio.file.Path;

/**
 * A collector layer that was built.
 *
 * @param artifact the entry that lists it
 * @param facts what it was declared to be
 * @param file the zip
 * @param platform what it runs on
 * @param configuration whose configuration it carries
 */
record BuiltCollector(
    Artifact artifact,
    Publication.Layer facts,
    Path file,
    Platform platform,
    Configuration configuration) {
  /** Whose configuration a layer carries. */
  enum Configuration {
    /** The one that the distribution names. */
    OWN,
    /** The upstream's, since the distribution names none. */
    UPSTREAM
  }

  @Override
  public String toString() {
    return facts.distribution() + " " + platform.shortName();
  }
}
