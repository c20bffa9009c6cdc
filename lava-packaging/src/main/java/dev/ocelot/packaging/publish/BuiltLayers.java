package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the layers that modules list in {@code artifacts.json}, and checks each before anything
 * is sent. Nothing is searched for: what is not listed is not published.
 */
public final class BuiltLayers {
  private final PublishSettings settings;
  private final Platforms platforms;
  private final Problems problems;

  /**
   * A gatherer.
   *
   * @param settings how layers are named
   * @param platforms what platforms are called
   * @param problems takes what is wrong
   */
  public BuiltLayers(PublishSettings settings, Platforms platforms, Problems problems) {
    this.settings = settings;
    this.platforms = platforms;
    this.problems = problems;
  }

  /**
   * Gathers.
   *
   * @param lists the lists of the modules to publish from
   * @return the layers without a problem, sorted by name
   */
  public List<BuiltLayer> gather(List<ArtifactsFile> lists) {
    List<Listed> listed = lists.stream().flatMap(list -> listed(list).stream()).toList();
    List<BuiltLayer> layers = new ArrayList<>();
    // Each file is read for its digest, which keeps a processor busy.
    for (Checked checked : listed.parallelStream().map(this::checked).toList()) {
      problems.addAll(checked.problems());
      layers.addAll(checked.layers());
    }
    layers.sort(Comparator.comparing(BuiltLayer::name));
    return once(layers);
  }

  /** A layer of a list. */
  private record Listed(ArtifactsFile list, Artifact artifact, Publication.Layer facts) {}

  /** What became of it: a layer, or none. */
  private record Checked(List<BuiltLayer> layers, List<Problem> problems) {}

  private List<Listed> listed(ArtifactsFile list) {
    if (!list.exists()) {
      problems.add(
          Problem.error(
                  PublishProblems.ARTIFACTS_MISSING,
                  list.shownAs() + " does not exist, so nothing says what to publish")
              .at(Location.of(list.shownAs()))
              .withRemedy(Remedy.advice("run mvn verify in the module that builds the layers")));
      return List.of();
    }
    List<Listed> layers = new ArrayList<>();
    for (Artifact artifact : list.read(problems)) {
      if (artifact.publication() instanceof Publication.Layer facts) {
        layers.add(new Listed(list, artifact, facts));
      }
    }
    return layers;
  }

  private Checked checked(Listed each) {
    Problems own = new Problems();
    Optional<BuiltLayer> layer =
        new LayerCheck(settings, platforms, own).layer(each.list(), each.artifact(), each.facts());
    return new Checked(layer.stream().toList(), own.all());
  }

  private List<BuiltLayer> once(List<BuiltLayer> layers) {
    Map<LayerName, BuiltLayer> byName = new HashMap<>();
    List<BuiltLayer> each = new ArrayList<>();
    for (BuiltLayer layer : layers) {
      BuiltLayer other = byName.putIfAbsent(layer.name(), layer);
      if (other == null) {
        each.add(layer);
      } else if (!other.digests().equals(layer.digests())) {
        problems.add(
            Problem.error(
                    PublishProblems.LAYER_REFUSED,
                    "two layers that differ have the name " + layer.name())
                .comparing(
                    other.artifact().id() + " and " + layer.artifact().id(),
                    "one layer of a name"));
      }
    }
    return List.copyOf(each);
  }
}
