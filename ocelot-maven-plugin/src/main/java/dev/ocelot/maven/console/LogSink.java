package dev.ocelot.maven.console;

import org.apache.maven.plugin.logging.Log;

/** For a person: the lines, as information. */
public final class LogSink implements ReportSink {
  private final Log log;

  /**
   * To a logger.
   *
   * @param log the logger
   */
  public LogSink(Log log) {
    this.log = log;
  }

  @Override
  public void accept(Report report) {
    report.lines().forEach(log::info);
  }
}
