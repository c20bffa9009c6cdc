package dev.ocelot.packaging.docker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** What the Java library knows, for machines without {@code /proc}. */
final class PortableProcesses implements ProcessTable {
  @Override
  public long self() {
    return ProcessHandle.current().pid();
  }

  @Override
  public Optional<String> startOf(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(start -> Long.toString(start.toEpochMilli()))
                    .orElse("unknown"));
  }

  /** Not known; a start is a time here, so one from before the last boot is nobody's. */
  @Override
  public String boot() {
    return "unknown";
  }

  @Override
  public String space() {
    return "";
  }

  @Override
  public String scope() {
    return String.join(
        "\n", System.getProperty("os.name", ""), host(), System.getProperty("user.name", ""));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
