package dev.ocelot.packaging.component;

import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.store.BuildKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One component to be built for one platform.
 *
 * @param tagged the component with its tag
 * @param settings how it is built
 * @param platform what for
 * @param executable of each input, in order, whether it can be run
 * @param environment the declared variables that have a value
 * @param room where the script runs
 * @param key everything that shapes the result
 */
record BuildJob(
    TaggedComponent tagged,
    ComponentBuildSettings settings,
    Platform platform,
    List<Boolean> executable,
    SortedMap<String, String> environment,
    Room room,
    BuildKey key) {

  /** Where the script runs, settled. */
  sealed interface Room {
    /** What the build key holds of it. */
    String digest();

    /**
     * In a container.
     *
     * @param image the builder
     */
    record Container(BuilderImage image) implements Room {
      @Override
      public String digest() {
        return image.digest();
      }
    }

    /**
     * On this machine.
     *
     * @param machine tells it from others
     */
    record Host(String machine) implements Room {
      @Override
      public String digest() {
        return "host " + machine;
      }
    }
  }

  BuildJob {
    executable = List.copyOf(executable);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  String component() {
    return tagged.component().name().text();
  }

  /** The name of the variable and of the tag file. */
  String variable() {
    return tagged.component().name().variable();
  }

  String script() {
    return tagged.component().script();
  }

  /** The name of everything that comes of it, without extension, such as {@code hello-arm64}. */
  String baseName() {
    return component() + "-" + platform.shortName();
  }

  /** Whether the result is also a layer. */
  boolean isLayer() {
    return settings.layer() && BuildSettingsReader.runsOnLambda(platform);
  }

  /** The builder, unless it is built on this machine. */
  @Nullable BuilderImage builder() {
    return room instanceof Room.Container container ? container.image() : null;
  }
}
