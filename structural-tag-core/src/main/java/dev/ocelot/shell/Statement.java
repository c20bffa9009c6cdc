package dev.ocelot.shell;

import java.util.List;

/**
 * Pipelines joined by {@code &&} and {@code ||}.
 *
 * @param pipelines at least one; each behind the first runs only if those before it allow
 * @param background whether it ends in {@code &}
 */
public record Statement(List<Pipeline> pipelines, boolean background) {
  /** Keeps a copy. */
  public Statement {
    pipelines = List.copyOf(pipelines);
  }

  /**
   * Commands joined by {@code |}.
   *
   * @param commands at least one; of several each runs in a shell of its own
   */
  public record Pipeline(List<ShellCommand> commands) {
    /** Keeps a copy. */
    public Pipeline {
      commands = List.copyOf(commands);
    }
  }
}
