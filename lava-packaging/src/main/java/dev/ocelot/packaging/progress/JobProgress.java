package dev.ocelot.packaging.progress;

/** Hears of one job. Safe for several threads. */
public interface JobProgress {

  /**
   * More was done.
   *
   * @param by how much since the last call, in the unit of the job's total; not negative
   */
  void advanced(long by);

  /**
   * What the job does now, such as the last line that a build printed. Only the newest counts.
   *
   * @param text one line
   */
  void line(String text);

  /**
   * The job ended. What comes after is not heard.
   *
   * @param outcome how
   */
  void finished(Outcome outcome);
}
