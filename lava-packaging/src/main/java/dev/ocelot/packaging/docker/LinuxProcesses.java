package dev.ocelot.packaging.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code /proc}.
 *
 * <p>Inside a container, {@code /etc/machine-id} may come from an image that many machines run, so
 * it is believed only in the first process number space; elsewhere the kernel's boot id says which
 * machine this is, for as long as it lasts.
 */
final class LinuxProcesses implements ProcessTable {
  /** The kernel's fixed number of the first process number space (PROC_PID_INIT_INO). */
  private static final String FIRST_SPACE = "pid:[4026531836]";

  private static final int START = 19;

  private final Path root;

  /** A machine whose files lie below a root, for tests other than {@code /}. */
  LinuxProcesses(Path root) {
    this.root = root;
  }

  static LinuxProcesses here() {
    return new LinuxProcesses(Path.of("/"));
  }

  static boolean isHere() {
    return Files.isReadable(Path.of("/proc/self/stat"))
        && Files.isReadable(Path.of("/proc/sys/kernel/random/boot_id"));
  }

  @Override
  public long self() {
    return ProcessHandle.current().pid();
  }

  @Override
  public Optional<String> startOf(long pid) {
    String stat = text("proc/" + pid + "/stat");
    // The second field is the program's name in parentheses, which may hold anything.
    int name = stat.lastIndexOf(')');
    if (name < 0) {
      return Optional.empty();
    }
    String[] fields = stat.substring(name + 1).strip().split(" ", -1);
    boolean hasEnded = fields[0].equals("Z") || fields[0].equals("X");
    return hasEnded || fields.length <= START ? Optional.empty() : Optional.of(fields[START]);
  }

  @Override
  public String boot() {
    return text("proc/sys/kernel/random/boot_id").strip();
  }

  @Override
  public String space() {
    try {
      return Files.readSymbolicLink(root.resolve("proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  @Override
  public String scope() {
    String machine = text("etc/machine-id").strip();
    boolean isCertain = !machine.isEmpty() && space().equals(FIRST_SPACE);
    String host = text("proc/sys/kernel/hostname").strip();
    return String.join(
        "\n", isCertain ? machine : boot(), host, System.getProperty("user.name", ""));
  }

  private String text(String file) {
    try {
      return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException | UncheckedIOException missing) {
      return "";
    }
  }
}
