package dev.ocelot.maven.console;

import dev.ocelot.packaging.progress.PlainProgress;
import dev.ocelot.packaging.progress.Progress;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** Chooses how long work shows how far it is. */
public final class ProgressChoice {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  private final boolean watched;

  /**
   * For one run.
   *
   * @param interactive whether Maven may ask questions, which it may not with {@code -B}
   * @param environment variables by name; {@code CI} says that nobody watches
   */
  public ProgressChoice(boolean interactive, Map<String, String> environment) {
    this.watched = interactive && environment.containsKey("TERM") && !environment.containsKey("CI");
  }

  /**
   * Lines of the log: oftener where a person watches.
   *
   * @param log where to
   * @return the progress
   */
  public Progress progress(Log log) {
    return new PlainProgress(log::info, watched ? OFTEN : SELDOM);
  }
}
