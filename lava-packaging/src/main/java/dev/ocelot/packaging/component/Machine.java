package dev.ocelot.packaging.component;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells this machine from others, for results that hold on it only. */
final class Machine {
  private static final List<Path> IDS =
      List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

  private Machine() {}

  static String id() {
    for (Path file : IDS) {
      try {
        String id = Files.readString(file).strip();
        if (!id.isEmpty()) {
          return id;
        }
      } catch (IOException e) {
        continue; // This system has none, or keeps it elsewhere.
      }
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unnamed";
    }
  }
}
