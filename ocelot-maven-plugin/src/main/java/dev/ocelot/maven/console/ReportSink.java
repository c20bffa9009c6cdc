package dev.ocelot.maven.console;

/** Where a goal's report goes, apart from its problems. */
public interface ReportSink {
  /**
   * Shows or writes a report.
   *
   * @param report what the goal has to say
   */
  void accept(Report report);
}
