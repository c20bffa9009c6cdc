package dev.ocelot.packaging.docker;

import java.util.Optional;

/** What can be said from here about this machine and the processes on it. */
interface ProcessTable {

  /** The number of this process. */
  long self();

  /** When a process started, in an unit of the machine's own; empty when it does not run. */
  Optional<String> startOf(long pid);

  /** A name for the time since the machine started. */
  String boot();

  /** A name for the space in which process numbers have a meaning. */
  String space();

  /**
   * A name for the machine and user, alike in every run there and nowhere else. Where the machine
   * cannot be told from others for certain, it changes with {@link #boot()}.
   */
  String scope();

  /** The table of the machine on which this runs. */
  static ProcessTable here() {
    return LinuxProcesses.isHere() ? LinuxProcesses.here() : new PortableProcesses();
  }
}
