package dev.ocelot.packaging.process;

/** Work ended because somebody asked for it; nobody is at fault. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With what was given up.
   *
   * @param what the work, such as a command
   */
  public CancelledException(String what) {
    super("cancelled: " + what);
  }
}
