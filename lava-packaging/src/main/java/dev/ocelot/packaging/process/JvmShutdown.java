package dev.ocelot.packaging.process;

import dev.ocelot.packaging.process.Cancellation.Registration;

/** Runs an action when the JVM shuts down by a signal or by {@code System.exit}. */
public interface JvmShutdown {

  /**
   * Registers an action.
   *
   * @param what the action's name, for its thread
   * @param action must end within a few seconds
   * @return ends the registration
   * @throws CancelledException when the JVM is shutting down already
   */
  Registration before(String what, Runnable action);

  /**
   * Acts on a shutdown.
   *
   * @return the real one
   */
  static JvmShutdown guarding() {
    return (what, action) -> {
      Thread hook = new Thread(action, what);
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException alreadyGoing) {
        throw new CancelledException(what);
      }
      return () -> {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoing) {
          // The hook runs, or has run: nothing is left to take back.
          return;
        }
      };
    };
  }

  /**
   * Takes no notice of a shutdown: for what a shutdown itself runs.
   *
   * @return one that never acts
   */
  static JvmShutdown ignoring() {
    return (what, action) -> () -> {};
  }
}
