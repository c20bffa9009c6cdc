package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How large layers were when they were last built here, from the files that are about to change.
 */
public final class LayerSizes {
  private final Path output;
  private final Map<String, Long> bytes = new TreeMap<>();
  private final Map<String, ComponentSizes> components = new TreeMap<>();

  /**
   * Reads the sizes.
   *
   * @param list the module's artifacts; it may be missing
   */
  public LayerSizes(ArtifactsFile list) {
    this.output = list.outputDirectory();
    // A damaged list is somebody else's problem, and no reason not to build.
    Problems unread = new Problems();
    if (list.exists()) {
      for (Artifact old : list.read(unread)) {
        bytes.put(old.file(), old.digests().size());
        Path sizes = sizes(old);
        if (Files.exists(sizes)) {
          components.put(old.file(), ComponentSizes.read(sizes));
        }
      }
    }
  }

  /**
   * How much larger a layer is than it was.
   *
   * @param artifact as it was built now
   * @return bytes, negative when it is smaller; empty when it is new
   */
  public OptionalLong change(Artifact artifact) {
    Long before = bytes.get(artifact.file());
    return before == null
        ? OptionalLong.empty()
        : OptionalLong.of(artifact.digests().size() - before);
  }

  /**
   * What became of a component.
   *
   * @param name such as {@code exporter/otlphttp}
   * @param before bytes of code; empty when the layer did not have it, or was not there
   * @param now bytes of code; empty when it does not have it any more
   */
  public record ComponentChange(String name, OptionalLong before, OptionalLong now) {}

  /**
   * The components of a layer whose code has another size than it had.
   *
   * @param artifact as it was built now
   * @return those that changed, came or went, by name
   */
  public List<ComponentChange> changes(Artifact artifact) {
    Map<String, Long> now = ComponentSizes.read(sizes(artifact)).components();
    ComponentSizes earlier = components.get(artifact.file());
    Map<String, Long> before = earlier == null ? Map.of() : earlier.components();
    TreeSet<String> names = new TreeSet<>(now.keySet());
    names.addAll(before.keySet());
    List<ComponentChange> changes = new ArrayList<>();
    for (String name : names) {
      ComponentChange change = new ComponentChange(name, of(before, name), of(now, name));
      if (!change.before().equals(change.now())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static OptionalLong of(Map<String, Long> sizes, String name) {
    Long size = sizes.get(name);
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }

  private Path sizes(Artifact artifact) {
    return output.resolve(artifact.file() + ComponentSizes.EXTENSION);
  }
}
