package dev.ocelot.maven.console;

import dev.ocelot.packaging.progress.Progress;
import org.apache.maven.plugin.logging.Log;

/** What one goal says while it runs. */
public interface GoalOutput extends AutoCloseable {

  /**
   * Where to say things.
   *
   * @return a logger, whose lines never mix with what shows how far it is
   */
  Log log();

  /**
   * How long work shows how far it is.
   *
   * @return the progress
   */
  Progress progress();

  /**
   * Whether nobody else may write to the terminal while work goes on.
   *
   * @return false when there are only lines
   */
  boolean isExclusive();

  /** The goal has ended, in whatever way: shows no more how far it is. */
  @Override
  void close();
}
