package dev.ocelot.packaging.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an engine says about a container.
 *
 * @param status the engine's word
 * @param exitCode of its program, when it has ended
 * @param outOfMemory whether anything in it was killed for want of memory
 * @param ran from its start to its end, when it has ended
 * @param error why it could not be started; empty when it could
 */
record ContainerState(
    String status, int exitCode, boolean outOfMemory, Duration ran, String error) {
  static final String FORMAT =
      "{{.State.Status}}\n{{.State.ExitCode}}\n{{.State.OOMKilled}}\n"
          + "{{.State.StartedAt}}\n{{.State.FinishedAt}}\n{{.State.Error}}";
  private static final int FIELDS = 6;

  /** What a program returns that was killed. */
  static final int KILLED = 137;

  private static final Set<String> LIVE = Set.of("running", "paused", "restarting", "removing");

  /** Reads what {@link #FORMAT} prints. */
  static ContainerState parse(List<String> lines) {
    Instant started = Instant.parse(lines.get(3));
    Instant finished = Instant.parse(lines.get(4));
    return new ContainerState(
        lines.get(0),
        Integer.parseInt(lines.get(1)),
        Boolean.parseBoolean(lines.get(2)),
        finished.isAfter(started) ? Duration.between(started, finished) : Duration.ZERO,
        String.join(" ", lines.subList(FIELDS - 1, lines.size())).strip());
  }

  boolean isLive() {
    return LIVE.contains(status);
  }

  /** Whether it has run and does no more; false as long as it has not started. */
  boolean hasEnded() {
    return status.equals("exited") || status.equals("dead");
  }

  /** How it ended, when its program was to end by itself within a limit. */
  ContainerEnd end(Duration limit) {
    if (!error.isEmpty()) {
      return new ContainerEnd.NotStarted(error);
    }
    if (exitCode != 0 && outOfMemory) {
      return new ContainerEnd.OutOfMemory();
    }
    // The watchdog inside may be faster than ours; it kills, and says no more.
    if (exitCode == KILLED && ran.compareTo(limit) >= 0) {
      return new ContainerEnd.TimedOut();
    }
    return new ContainerEnd.Exited(exitCode);
  }
}
