package dev.ocelot.packaging.docker;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A container to create. What is not said here is not given: no mount, no socket, no capability, no
 * new privilege.
 *
 * @param image the image, by id so that a tag that moves is no matter
 * @param platform one platform, such as {@code linux/arm64}
 * @param argv the program and its arguments; the image's entry point is not used
 * @param directory where it runs, absolute
 * @param user who runs it
 * @param environment names to values, in addition to the image's own
 * @param writable directories that are made for the user, absolute, below a directory that no
 *     system has, such as {@code /ocelot/work}
 * @param network what it may reach
 * @param limits what it may use
 * @param watchdog what inside the container ends it when nobody outside can
 */
public record ContainerSpec(
    ImageId image,
    String platform,
    List<String> argv,
    String directory,
    User user,
    Map<String, String> environment,
    List<String> writable,
    Network network,
    Limits limits,
    InnerWatchdog watchdog) {

  /** What a container may reach. */
  public enum Network {
    /** Nothing but its own loopback. */
    NONE("none"),
    /** What the engine's bridge reaches. */
    BRIDGE("bridge");

    private final String option;

    Network(String option) {
      this.option = option;
    }

    String option() {
      return option;
    }
  }

  /**
   * Who runs a container's program.
   *
   * @param uid not 0
   * @param gid not 0
   */
  public record User(int uid, int gid) {
    /** Refuses root. */
    public User {
      if (uid <= 0 || gid <= 0) {
        throw new IllegalArgumentException("not an unprivileged user: " + uid + ":" + gid);
      }
    }
  }

  /**
   * What a container may use.
   *
   * @param time from its start to its end
   * @param memory in bytes, swap included
   * @param cpus how many, such as 1.5
   * @param processes how many processes and threads at once
   */
  public record Limits(Duration time, long memory, double cpus, int processes) {}

  /** Keeps copies, the environment sorted. */
  public ContainerSpec {
    argv = List.copyOf(argv);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    writable = List.copyOf(writable);
  }
}
