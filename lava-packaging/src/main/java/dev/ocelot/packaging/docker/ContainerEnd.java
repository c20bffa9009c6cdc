package dev.ocelot.packaging.docker;

/** How a container ended, as the engine says. */
public sealed interface ContainerEnd {

  /**
   * Its program came to its end.
   *
   * @param exitCode what it returned; 128 and the signal when a signal ended it
   */
  record Exited(int exitCode) implements ContainerEnd {}

  /** It used more memory than it may. */
  record OutOfMemory() implements ContainerEnd {}

  /** Its time was over. */
  record TimedOut() implements ContainerEnd {}

  /**
   * Its program could not be started.
   *
   * @param reason what the engine says
   */
  record NotStarted(String reason) implements ContainerEnd {}

  /**
   * Whether its program returned zero.
   *
   * @return true for success
   */
  default boolean succeeded() {
    return this instanceof Exited exited && exited.exitCode() == 0;
  }
}
