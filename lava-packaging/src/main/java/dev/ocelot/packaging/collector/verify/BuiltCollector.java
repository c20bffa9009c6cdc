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
 */
record BuiltCollector(Artifact artifact, Publication.Layer facts, Path file, Platform platform) {
  @Override
  public String toString() {
    return facts.distribution() + " " + platform.shortName();
  }
}
