package dev.ocelot.packaging.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a lock, said so that another process on the same machine can tell that the owner is
 * gone without waiting for its lease to end.
 *
 * <p>A process is known by the machine's boot, its namespace of process ids (two containers on one
 * machine number theirs alike), its id and the tick at which it started, which unlike a time of day
 * does not move. Where a system says none of this, an owner is never known to be gone.
 *
 * @param machine boot and namespace of process ids, or empty when not known
 * @param pid the process
 * @param started the tick at which it started, or empty when not known
 * @param token tells the locks of one process apart
 */
record LockOwner(String machine, long pid, String started, String token) {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 4;
  private static final int STATE = 0;
  private static final int START_TICK = 19;

  /** This process, as the owner of a new lock. */
  static LockOwner current() {
    long pid = ProcessHandle.current().pid();
    String started = running(pid).orElse("");
    return new LockOwner(thisMachine(), pid, started, UUID.randomUUID().toString());
  }

  /** Reads an owner; what no owner wrote gives an owner that is never known to be gone. */
  static LockOwner parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length == PARTS && parts[1].matches("[0-9]{1,18}")) {
      return new LockOwner(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]);
    }
    return new LockOwner("", 0, "", text);
  }

  String text() {
    return String.join(SEPARATOR, machine, Long.toString(pid), started, token);
  }

  /** Whether the owner is known to have ended. */
  boolean isGone() {
    if (machine.isEmpty() || started.isEmpty() || !machine.equals(thisMachine())) {
      return false;
    }
    return !running(pid).equals(Optional.of(started));
  }

  private static String thisMachine() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException e) {
      return "";
    }
  }

  /** When a process started, if it runs. */
  private static Optional<String> running(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name before the last bracket may hold blanks and brackets.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return ended ? Optional.empty() : Optional.of(fields[START_TICK]);
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
