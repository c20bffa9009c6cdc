package dev.ocelot.tag.audit;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** A check fails, or never runs, for a reason that has nothing to do with the inputs. */
  ERROR,
  /** A change can go unnoticed. */
  WARNING,
  /** Worth knowing; may be meant. */
  NOTICE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
