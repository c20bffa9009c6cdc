package dev.ocelot.packaging.progress;

/** Tells nobody. */
record NoProgress() implements Progress, JobProgress {
  @Override
  public JobProgress started(String job, Amount total) {
    return this;
  }

  @Override
  public void advanced(long by) {}

  @Override
  public void line(String text) {}

  @Override
  public void finished(Outcome outcome) {}
}
