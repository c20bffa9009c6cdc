package dev.ocelot.packaging.publish;

/** What can become of a call to a service. */
public enum Trouble {
  /** Nothing happens to it. */
  NONE,
  /** It is refused for now, and has no effect. */
  THROTTLED,
  /** It gets lost on its way, and has no effect. */
  LOST_BEFORE,
  /** It has its effect, and the answer gets lost. */
  LOST_AFTER,
  /** It is refused for good. */
  DENIED,
  /** The process that calls is killed before the call. */
  CRASH_BEFORE,
  /** The process that calls is killed after the call. */
  CRASH_AFTER
}
