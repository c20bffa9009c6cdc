package dev.ocelot.maven.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Asks a person at a terminal. */
public final class Question {
  private final Terminal terminal;
  private final InputStream in;

  /**
   * At a terminal.
   *
   * @param terminal where the question is shown
   * @param in where the answer is typed
   */
  public Question(Terminal terminal, InputStream in) {
    this.terminal = terminal;
    this.in = in;
  }

  /**
   * Asks, and waits for a line.
   *
   * @param question one line
   * @return what was typed, as it is; empty when there is no terminal or its input has ended
   */
  public Optional<String> ask(String question) {
    if (!terminal.isPresent()) {
      return Optional.empty();
    }
    terminal.write(question);
    try {
      // Not closed: Maven's standard input is not ours.
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
      return Optional.ofNullable(lines.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
