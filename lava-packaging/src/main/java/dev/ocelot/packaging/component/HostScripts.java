package dev.ocelot.packaging.component;

/** Whether build scripts may run on this machine; said by whoever runs the build. */
public enum HostScripts {
  /** They may. */
  ALLOWED,
  /** They may not. */
  REFUSED
}
