package dev.ocelot.maven.console;

import java.time.Duration;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** Chooses how long work shows how far it is. */
public final class ProgressChoice {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  private final Situation situation;
  private final Map<String, String> environment;

  /**
   * How Maven was called.
   *
   * @param interactive whether Maven may ask questions, which it may not with {@code -B}
   * @param alone whether no other module is built at the same time, whose lines would come between
   */
  public record Situation(boolean interactive, boolean alone) {}

  /**
   * For one run.
   *
   * @param situation how Maven was called
   * @param environment variables by name; {@code CI} says that nobody watches, {@code NO_COLOR} and
   *     {@code TERM} that a terminal is to get plain text
   */
  public ProgressChoice(Situation situation, Map<String, String> environment) {
    this.situation = situation;
    this.environment = environment;
  }

  /**
   * For one goal: lines that are drawn anew where a person watches a terminal; else lines of the
   * log, oftener where a person may watch.
   *
   * @param log where to
   * @param terminal asked for only when everything else speaks for it
   * @return what the goal says things by; to be closed when it ends
   */
  public GoalOutput open(Log log, Terminal terminal) {
    // A log without information has no lines to draw below, one for debugging is read later.
    boolean usual = log.isInfoEnabled() && !log.isDebugEnabled();
    return usual
            && situation.alone()
            && isWatched()
            && understandsSequences()
            && terminal.isPresent()
        ? new LiveOutput(log, terminal)
        : new LineOutput(log, isWatched() ? OFTEN : SELDOM);
  }

  private boolean isWatched() {
    return situation.interactive() && has("TERM") && !environment.containsKey("CI");
  }

  private boolean understandsSequences() {
    return !has("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
  }

  private boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
