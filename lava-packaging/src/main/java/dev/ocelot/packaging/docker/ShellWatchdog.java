package dev.ocelot.packaging.docker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches with nothing but a POSIX shell, in two ways.
 *
 * <p>The lifeline: our client holds the container's standard input open. It ends with the client,
 * and the client's own input ends with this JVM, even by {@code kill -9}: then {@code read} comes
 * back and everything is killed. The timer: {@code sleep} for the limit, for an engine that cannot
 * tell that a connection is dead; an image without {@code sleep} goes without the timer.
 *
 * <p>The command runs in the foreground, so its signals are as they were, with nothing on standard
 * input. {@code kill -9 -1} reaches all that the user runs inside the container, and nothing
 * outside. Descriptor 3 carries the lifeline, because a shell gives a command in the background an
 * empty standard input.
 */
record ShellWatchdog() implements InnerWatchdog {
  private static final String SCRIPT =
      """
      limit=$1
      shift
      exec 3<&0 </dev/null
      { read -r _ <&3; kill -9 -1; } >/dev/null 2>&1 &
      { exec 3<&-; sleep "$limit" && kill -9 -1; } >/dev/null 2>&1 &
      "$@" 3<&-
      exit $?
      """;

  @Override
  public List<String> watching(List<String> argv, Duration limit) {
    List<String> watched =
        new ArrayList<>(
            List.of("/bin/sh", "-c", SCRIPT, "watchdog", Long.toString(limit.toSeconds() + 1)));
    watched.addAll(argv);
    return List.copyOf(watched);
  }
}
