package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.Region;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where everything lies. Names that begin with a dot are ours: no layer, region or version has such
 * a name.
 *
 * @param root the directory that layers are published to
 */
record Places(Path root) {
  static final String STAGING = ".staging-";
  static final String REMOVED = ".removed-";
  static final String DELETED = ".deleted-";
  static final String VERSION_FILE = "version.json";
  static final String POLICY_FILE = "policy.json";

  Path layer(Region region, LayerName layer) {
    return root.resolve(region.name()).resolve(layer.text());
  }

  Path version(Region region, LayerName layer, long number) {
    return layer(region, layer).resolve(Long.toString(number));
  }

  static String zip(LayerName layer) {
    return layer.text() + ".zip";
  }

  /** The name of a version in this service, less its number. */
  static String baseArn(Region region, LayerName layer) {
    return "arn:directory:lambda:" + region + "::layer:" + layer;
  }

  Path own() {
    return root.resolve(".ocelot");
  }

  Path rows() {
    return own().resolve("rows");
  }

  /** Held by whoever changes rows, policies or the set of versions. */
  Path changesLock() {
    return own().resolve("changes.lock");
  }

  /** A row's file. Distinct keys have distinct files. */
  Path row(String key) {
    return rows().resolve(rowName(key) + ".json");
  }

  static String rowName(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean kept = c < 128 && Character.isLetterOrDigit(c);
      if (kept || c == '-' || c == '_') {
        name.append(c);
      } else if (c == ':') {
        name.append('+');
      } else {
        name.append(String.format(Locale.ROOT, "%%%04x", (int) c));
      }
    }
    return name.toString();
  }
}
