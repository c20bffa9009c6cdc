package dev.ocelot.shell;

import org.jspecify.annotations.Nullable;

/**
 * One token.
 *
 * @param kind what it is
 * @param text an operator as written, the number in front of a redirection, else empty
 * @param word the word; null unless this is one
 * @param hereDoc what follows when the word is the delimiter of a here-document, else null
 * @param position where it begins
 */
record ShellToken(
    Kind kind,
    String text,
    @Nullable ShellWord word,
    @Nullable HereDoc hereDoc,
    Position position) {

  /** The kinds of tokens. */
  enum Kind {
    WORD,
    OPERATOR,
    /** A number, or {@code {name}}, directly in front of a redirection. */
    DESCRIPTOR,
    NEWLINE,
    END
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isBare(String reserved) {
    return word != null && word.isBare(reserved);
  }

  String shown() {
    if (word != null) {
      return "'" + word.raw() + "'";
    }
    return switch (kind) {
      case END -> "the end of the file";
      case NEWLINE -> "the end of the line";
      default -> "'" + text + "'";
    };
  }
}
