package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.platform.Platform;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A builder for one target, as far as it is known without making it.
 *
 * @param name such as {@code debian12-c}
 * @param target what is built in it
 * @param platform what it is itself; another than the target when it cross-compiles
 * @param emulated whether the engine has to emulate it
 * @param digest sha256 over its Dockerfile, context, build arguments, platform and bases
 * @param bases the images that it is built on, to the digest or id of each; sorted
 */
public record BuilderImage(
    String name,
    Platform target,
    Platform platform,
    boolean emulated,
    String digest,
    SortedMap<String, String> bases) {
  /** Keeps a copy. */
  public BuilderImage {
    bases = Collections.unmodifiableSortedMap(new TreeMap<>(bases));
  }

  /**
   * The name that the image has in the engine.
   *
   * @return such as {@code ocelot/builder:debian12-c-0123…}
   */
  public String reference() {
    return "ocelot/builder:" + name + "-" + digest;
  }
}
