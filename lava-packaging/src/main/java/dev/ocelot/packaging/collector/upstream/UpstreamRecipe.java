package dev.ocelot.packaging.collector.upstream;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What upstream's own {@code make package} gives to {@code go build} and puts into the layer, so
 * that the same is done here without running anything of it.
 *
 * @param environment variables of {@code go build} besides {@code GOARCH}
 * @param flags of {@code go build} besides {@code -tags}, {@code -ldflags} and {@code -o}, in order
 * @param linkerFlags the value of {@code -ldflags} with marks for commit and version
 * @param configFiles which files of the collector's folder become {@code collector-config}: a name
 *     that may end in {@code *}
 */
public record UpstreamRecipe(
    Map<String, String> environment, List<String> flags, String linkerFlags, String configFiles) {

  /** Keeps copies. */
  public UpstreamRecipe {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    flags = List.copyOf(flags);
  }

  /**
   * The value of {@code -ldflags}.
   *
   * @param commit upstream's commit
   * @param version the collector's version
   * @return one argument
   */
  public String ldflags(String commit, String version) {
    return linkerFlags
        .replace(MakeExpansion.COMMIT, commit)
        .replace(MakeExpansion.VERSION, version);
  }

  /**
   * Whether a file of the collector's folder goes into the layer.
   *
   * @param fileName its name
   * @return true for one that {@code cp} would be given
   */
  public boolean isConfigFile(String fileName) {
    if (fileName.startsWith(".")) {
      return false;
    }
    return configFiles.endsWith("*")
        ? fileName.startsWith(configFiles.substring(0, configFiles.length() - 1))
        : fileName.equals(configFiles);
  }
}
