package dev.ocelot.maven.console;

import dev.ocelot.packaging.progress.PlainProgress;
import dev.ocelot.packaging.progress.Progress;
import java.time.Duration;
import org.apache.maven.plugin.logging.Log;

/**
 * Lines of the log and nothing else.
 *
 * @param log Maven's logger
 * @param interval between two lines of one job
 */
record LineOutput(Log log, Duration interval) implements GoalOutput {
  @Override
  public Progress progress() {
    return new PlainProgress(log::info, interval);
  }

  @Override
  public boolean isExclusive() {
    return false;
  }

  @Override
  public void close() {}
}
