package dev.ocelot.packaging.collector.build;

import java.nio.file.Path;
import java.util.List;

/**
 * The upstream that layers are built from.
 *
 * @param location its repository as it may be recorded, without credentials
 * @param ref the branch, tag or commit that was asked for
 * @param commit the full commit id
 * @param collector the {@code collector} folder of a checkout that nobody changes
 * @param version of the collector, such as {@code v0.126.0}
 * @param linkerFlags what the upstream's own build gives to {@code go build -ldflags}
 */
public record CollectorSources(
    String location,
    String ref,
    String commit,
    Path collector,
    String version,
    List<String> linkerFlags) {
  /** Keeps a copy. */
  public CollectorSources {
    linkerFlags = List.copyOf(linkerFlags);
  }
}
