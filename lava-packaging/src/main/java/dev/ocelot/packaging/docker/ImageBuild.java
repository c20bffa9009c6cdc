package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.ProcessInput;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An image to build.
 *
 * @param tag the name that the image gets, such as {@code ocelot/builder-debian12:0123456789ab}
 * @param platform one platform, such as {@code linux/arm64}
 * @param context writes the build context, the Dockerfile included, as a tar stream
 * @param dockerfile the Dockerfile's name in the context
 * @param arguments build arguments; never secrets, since an image's history keeps them
 * @param network what the build's commands may reach
 * @param limit how long it may take
 */
public record ImageBuild(
    String tag,
    String platform,
    ProcessInput context,
    String dockerfile,
    Map<String, String> arguments,
    Network network,
    Duration limit) {

  /** What the commands of a Dockerfile may reach. */
  public enum Network {
    /** Nothing. */
    NONE("none"),
    /** What the engine's bridge reaches. */
    BRIDGE("default"),
    /** What the engine's machine reaches, its own loopback included. */
    HOST("host");

    private final String option;

    Network(String option) {
      this.option = option;
    }

    String option() {
      return option;
    }
  }

  /** Keeps a sorted copy. */
  public ImageBuild {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }
}
