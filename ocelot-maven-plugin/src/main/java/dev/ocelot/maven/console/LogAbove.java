package dev.ocelot.maven.console;

import dev.ocelot.packaging.progress.TerminalProgress;
import org.apache.maven.plugin.logging.Log;

/**
 * A logger on a terminal that shows jobs: each line is written above theirs.
 *
 * @param log Maven's logger
 * @param progress what shows the jobs
 */
record LogAbove(Log log, TerminalProgress progress) implements Log {
  @Override
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public void debug(CharSequence content) {
    progress.above(() -> log.debug(content));
  }

  @Override
  public void debug(CharSequence content, Throwable error) {
    progress.above(() -> log.debug(content, error));
  }

  @Override
  public void debug(Throwable error) {
    progress.above(() -> log.debug(error));
  }

  @Override
  public boolean isInfoEnabled() {
    return log.isInfoEnabled();
  }

  @Override
  public void info(CharSequence content) {
    progress.above(() -> log.info(content));
  }

  @Override
  public void info(CharSequence content, Throwable error) {
    progress.above(() -> log.info(content, error));
  }

  @Override
  public void info(Throwable error) {
    progress.above(() -> log.info(error));
  }

  @Override
  public boolean isWarnEnabled() {
    return log.isWarnEnabled();
  }

  @Override
  public void warn(CharSequence content) {
    progress.above(() -> log.warn(content));
  }

  @Override
  public void warn(CharSequence content, Throwable error) {
    progress.above(() -> log.warn(content, error));
  }

  @Override
  public void warn(Throwable error) {
    progress.above(() -> log.warn(error));
  }

  @Override
  public boolean isErrorEnabled() {
    return log.isErrorEnabled();
  }

  @Override
  public void error(CharSequence content) {
    progress.above(() -> log.error(content));
  }

  @Override
  public void error(CharSequence content, Throwable error) {
    progress.above(() -> log.error(content, error));
  }

  @Override
  public void error(Throwable error) {
    progress.above(() -> log.error(error));
  }
}
