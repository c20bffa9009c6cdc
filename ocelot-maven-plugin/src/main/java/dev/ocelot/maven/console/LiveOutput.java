package dev.ocelot.maven.console;

import dev.ocelot.packaging.process.Cancellation.Registration;
import dev.ocelot.packaging.process.JvmShutdown;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.progress.TerminalProgress;
import org.apache.maven.plugin.logging.Log;

/**
 * Lines of the log, and below them a line for each job that goes on, drawn anew. Who interrupts
 * Maven finds none of the latter left.
 */
final class LiveOutput implements GoalOutput {
  private final TerminalProgress progress;
  private final Log log;
  private final Registration interruption;

  LiveOutput(Log log, Terminal terminal) {
    this.progress = new TerminalProgress(log::info, terminal::write, terminal::size);
    this.log = new LogAbove(log, progress);
    this.interruption =
        JvmShutdown.guarding().before("take away the lines of jobs", progress::close);
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public boolean isExclusive() {
    return true;
  }

  @Override
  public void close() {
    progress.close();
    interruption.close();
  }
}
