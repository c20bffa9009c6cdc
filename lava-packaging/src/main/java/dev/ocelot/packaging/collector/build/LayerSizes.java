package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.problem.Problems;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How large layers were when they were last built here, from the list that is about to change. */
public final class LayerSizes {
  private final Map<String, Long> bytes = new TreeMap<>();

  /**
   * Reads the sizes.
   *
   * @param list the module's artifacts; it may be missing
   */
  public LayerSizes(ArtifactsFile list) {
    // A damaged list is somebody else's problem, and no reason not to build.
    Problems unread = new Problems();
    if (list.exists()) {
      list.read(unread).forEach(old -> bytes.put(old.file(), old.digests().size()));
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
}
