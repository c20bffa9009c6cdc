package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.source.git.GitRevision;
import java.nio.file.Path;
import java.util.List;

/**
 * An upstream collector, read at one commit.
 *
 * @param revision the commit
 * @param collector the checked-out folder {@code collector}, which nobody may change
 * @param collectorVersion the version of {@code go.opentelemetry.io/collector/otelcol}, such as
 *     {@code v0.126.0}
 * @param goMod the collector's modules
 * @param versions the versions that go with them
 * @param wrappers upstream's own wrappers, by kind and name
 * @param vocabulary the tags that they name
 * @param recipe what {@code make package} does
 */
public record Upstream(
    GitRevision revision,
    Path collector,
    String collectorVersion,
    GoModFile goMod,
    ModuleVersions versions,
    List<Wrapper> wrappers,
    TagVocabulary vocabulary,
    UpstreamRecipe recipe) {
  /** Keeps a copy. */
  public Upstream {
    wrappers = List.copyOf(wrappers);
  }
}
