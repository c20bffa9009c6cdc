package dev.ocelot.maven.console;

/** How a report is written. */
public enum Format {
  /** For a person. */
  TEXT,
  /** For a program. */
  JSON
}
