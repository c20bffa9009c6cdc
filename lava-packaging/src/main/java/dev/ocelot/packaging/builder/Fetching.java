package dev.ocelot.packaging.builder;

/** Whether images may be fetched from registries. */
public enum Fetching {
  /** They may. */
  ALLOWED,
  /** They may not: the run is offline. */
  FORBIDDEN
}
