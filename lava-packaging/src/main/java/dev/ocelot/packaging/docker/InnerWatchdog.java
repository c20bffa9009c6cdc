package dev.ocelot.packaging.docker;

import java.time.Duration;
import java.util.List;

/**
 * What inside a container ends it when nobody outside can any more: this JVM was killed, or the way
 * to the engine broke.
 */
public sealed interface InnerWatchdog permits ShellWatchdog, NoWatchdog {

  /**
   * The command that runs another one under watch and returns what that returned.
   *
   * @param argv the command to watch
   * @param limit when it is ended
   * @return the command to run
   */
  List<String> watching(List<String> argv, Duration limit);

  /**
   * For images with a POSIX {@code sh}.
   *
   * @return the watchdog
   */
  static InnerWatchdog shell() {
    return new ShellWatchdog();
  }

  /**
   * For images without one: a container that lost its owner lives until the next run removes it.
   *
   * @return no watchdog
   */
  static InnerWatchdog none() {
    return new NoWatchdog();
  }
}
