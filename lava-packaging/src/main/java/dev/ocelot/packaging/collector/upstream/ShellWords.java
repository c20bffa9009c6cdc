package dev.ocelot.packaging.collector.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a plain command into words as a shell would; anything but a plain command is refused. */
final class ShellWords {
  private static final String SPECIAL = "$`|;&<>()\n";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean started;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /** The words; empty when the shell would do more than divide. */
  static Optional<List<String>> of(String text) {
    ShellWords words = new ShellWords(text);
    return words.divide() ? Optional.of(words.words) : Optional.empty();
  }

  private boolean divide() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (Character.isWhitespace(c)) {
        end();
      } else if (c == '\'' || c == '"') {
        if (!quoted(c)) {
          return false;
        }
      } else if (c == '\\' && at < text.length()) {
        started = true;
        word.append(text.charAt(at++));
      } else if (SPECIAL.indexOf(c) >= 0) {
        return false;
      } else {
        started = true;
        word.append(c);
      }
    }
    end();
    return true;
  }

  private boolean quoted(char quote) {
    started = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return true;
      }
      if (quote == '"' && (c == '$' || c == '`')) {
        return false;
      }
      boolean escape =
          quote == '"' && c == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0;
      word.append(escape ? text.charAt(at++) : c);
    }
    return false;
  }

  private void end() {
    if (started) {
      words.add(word.toString());
    }
    word.setLength(0);
    started = false;
  }
}
