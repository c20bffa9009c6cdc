package dev.ocelot.packaging.component;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells this machine from others, for results that hold on it only. */
final class Machine {
  private static final List<Path> IDS =
      List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

  private Machine() {}

  static String id() {
    return IDS.stream()
        .map(Machine::read)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Machine::name);
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(id -> !id.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // This system has none, or keeps it elsewhere.
    }
  }

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unnamed";
    }
  }
}
