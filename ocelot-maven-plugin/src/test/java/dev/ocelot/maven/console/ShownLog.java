package dev.ocelot.maven.console;

import org.apache.maven.plugin.logging.SystemStreamLog;

/** A logger whose lines of information show on a terminal. */
final class ShownLog extends SystemStreamLog {
  private final FakeTerminal terminal;
  private final boolean quiet;
  private final boolean debugging;

  ShownLog(FakeTerminal terminal, boolean quiet, boolean debugging) {
    this.terminal = terminal;
    this.quiet = quiet;
    this.debugging = debugging;
  }

  @Override
  public boolean isInfoEnabled() {
    return !quiet;
  }

  @Override
  public boolean isDebugEnabled() {
    return debugging;
  }

  @Override
  public void info(CharSequence content) {
    terminal.write("[INFO] " + content);
  }
}
