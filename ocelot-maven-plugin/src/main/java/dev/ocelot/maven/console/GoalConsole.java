package dev.ocelot.maven.console;

import dev.ocelot.maven.console.ProgressChoice.Situation;
import dev.ocelot.packaging.progress.Progress;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Where one goal says things and asks: Maven's logger, and a terminal when long work begins. Most
 * goals do none, and need not load what it takes.
 */
public final class GoalConsole implements GoalOutput {
  private final Situation situation;
  private final Map<String, String> environment;
  private final Log log;
  private @Nullable GoalOutput opened;

  /**
   * For one goal.
   *
   * @param situation how Maven was called
   * @param environment variables by name, of which some tell about the terminal
   * @param log Maven's logger
   */
  public GoalConsole(Situation situation, Map<String, String> environment, Log log) {
    this.situation = situation;
    this.environment = environment;
    this.log = log;
  }

  @Override
  public Log log() {
    return opened == null ? log : opened.log();
  }

  @Override
  public Progress progress() {
    return output().progress();
  }

  @Override
  public boolean isExclusive() {
    return output().isExclusive();
  }

  /**
   * Asks the person who runs Maven.
   *
   * @param question one line
   * @return what was typed; empty where nobody can be asked, as with {@code -B}
   */
  public Optional<String> ask(String question) {
    return situation.interactive()
        ? new Question(new SystemTerminal(new StandardOutput()), System.in).ask(question)
        : Optional.empty();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private GoalOutput output() {
    GoalOutput output = opened;
    if (output == null) {
      output =
          new ProgressChoice(situation, environment)
              .open(log, new SystemTerminal(new StandardOutput()));
      opened = output;
    }
    return output;
  }
}
