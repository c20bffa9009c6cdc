package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import dev.ocelot.packaging.platform.Platform;
import java.time.Duration;
import java.util.List;

/**
 * The {@code build:} section of a component.
 *
 * @param place where the script runs
 * @param platforms what it builds for, as declared, each once
 * @param network what it may reach
 * @param sources what it needs beyond the repository
 * @param layer whether the result is also packed as a Lambda layer
 * @param packing how the result is packed
 * @param limits what a build may use
 */
public record ComponentBuildSettings(
    BuildPlace place,
    List<Platform> platforms,
    Network network,
    List<DeclaredSource> sources,
    boolean layer,
    Format packing,
    Limits limits) {

  /** Keeps copies. */
  public ComponentBuildSettings {
    platforms = List.copyOf(platforms);
    sources = List.copyOf(sources);
  }

  /**
   * How a result is packed.
   *
   * @param format the archive format
   * @param level how hard to compress
   * @param epoch the time of every entry, and {@code SOURCE_DATE_EPOCH}, in seconds since 1970
   */
  public record Format(ArchiveFormat format, int level, long epoch) {
    @Override
    public String toString() {
      return format.extension() + " level " + level;
    }
  }

  /**
   * What a build may use.
   *
   * @param time from its start to its end
   * @param memory in bytes; held in containers only
   * @param processes how many at once; held in containers only
   */
  public record Limits(Duration time, long memory, int processes) {}
}
