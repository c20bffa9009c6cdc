package dev.ocelot.packaging.plan;

/** What becomes of the other steps when one fails. */
public enum OnFailure {
  /** Nothing more begins, and what is running is cancelled. */
  STOP,
  /** All go on that do not need the failed one. */
  CONTINUE
}
