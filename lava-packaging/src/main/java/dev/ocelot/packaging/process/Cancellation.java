package dev.ocelot.packaging.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A token by which one thread asks others to give up. Cancelled once, it stays so. Safe for several
 * threads.
 */
public final class Cancellation {
  private final Object lock = new Object();
  private final Set<Listener> listeners = new LinkedHashSet<>();
  private boolean cancelled;

  /** What somebody registered. */
  @FunctionalInterface
  public interface Registration {
    /** Takes it back. */
    void close();
  }

  /** Identity, so that one action can be registered twice. */
  private static final class Listener {
    private final Runnable action;

    Listener(Runnable action) {
      this.action = action;
    }
  }

  /**
   * A token that nobody holds to cancel.
   *
   * @return a new token
   */
  public static Cancellation never() {
    return new Cancellation();
  }

  /** Asks all who listen, and all who will, to give up. */
  public void cancel() {
    List<Listener> told;
    synchronized (lock) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      told = new ArrayList<>(listeners);
      listeners.clear();
    }
    told.forEach(listener -> listener.action.run());
  }

  /**
   * Whether somebody asked.
   *
   * @return true once {@link #cancel()} was called
   */
  public boolean isCancelled() {
    synchronized (lock) {
      return cancelled;
    }
  }

  /**
   * Registers an action; runs it at once when the token is cancelled already.
   *
   * @param action quick, runs on the thread that cancels
   * @return ends the registration
   */
  public Registration onCancel(Runnable action) {
    Listener listener = new Listener(action);
    synchronized (lock) {
      if (!cancelled) {
        listeners.add(listener);
        return () -> remove(listener);
      }
    }
    action.run();
    return () -> {};
  }

  private void remove(Listener listener) {
    synchronized (lock) {
      listeners.remove(listener);
    }
  }

  /**
   * Gives up when somebody asked, by the token or by an interrupt of the thread.
   *
   * @param what the work, for the message
   * @throws CancelledException when cancelled or interrupted
   */
  public void throwIfCancelled(String what) {
    if (isCancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancelledException(what);
    }
  }
}
