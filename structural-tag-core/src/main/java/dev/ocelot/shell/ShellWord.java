package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word of a script, before any expansion.
 *
 * @param parts its pieces, in order; neighbouring literals are joined when they are quoted alike
 * @param raw as written
 * @param position where it begins
 */
public record ShellWord(List<WordPart> parts, String raw, Position position) {
  private static final CharacterSet ORDINARY =
      new CharacterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./,:+@%=");

  /** Keeps a copy. */
  public ShellWord {
    parts = List.copyOf(parts);
  }

  /**
   * An assignment such as {@code A=x}, {@code A+=(x y)} or {@code A[1]=x}.
   *
   * @param name the variable
   * @param indexed whether it has a subscript
   * @param append whether it is {@code +=}
   * @param value the pieces behind the equals sign
   * @param position where it begins
   */
  public record Assignment(
      String name, boolean indexed, boolean append, List<WordPart> value, Position position) {}

  /**
   * The word as plain text, when nothing in it is expanded.
   *
   * @return the text without quotes; empty when there is an expansion
   */
  public Optional<String> literal() {
    StringBuilder text = new StringBuilder();
    for (WordPart part : parts) {
      if (!(part instanceof WordPart.Literal literal)) {
        return Optional.empty();
      }
      text.append(literal.text());
    }
    return Optional.of(text.toString());
  }

  /**
   * Whether nothing in the word means anything to a shell, so that it stands for itself. Most words
   * are so, and this is quicker to see than what else they may be.
   *
   * @return false also for some words that would stand for themselves
   */
  public boolean isOrdinary() {
    return !raw.isEmpty() && ORDINARY.holds(raw);
  }

  /**
   * Whether the word is exactly this text without any quoting, as reserved words must be.
   *
   * @param text the text
   * @return true for a match
   */
  public boolean isBare(String text) {
    return raw.equals(text);
  }

  /**
   * The word as an assignment.
   *
   * @return the assignment; empty when the word has not the form of one
   */
  public Optional<Assignment> assignment() {
    if (raw.indexOf('=') < 0) {
      return Optional.empty();
    }
    int nameEnd = Identifier.end(raw, 0);
    int subscriptEnd = Identifier.subscriptEnd(raw, nameEnd);
    boolean append = raw.startsWith("+", subscriptEnd);
    int sign = append ? subscriptEnd + 1 : subscriptEnd;
    if (nameEnd == 0
        || !raw.startsWith("=", sign)
        || parts.isEmpty()
        || !(parts.get(0) instanceof WordPart.Literal first)
        || first.quoted()) {
      return Optional.empty();
    }
    boolean indexed = subscriptEnd > nameEnd;
    List<WordPart> value = new ArrayList<>(parts);
    if (!indexed) { // the value of an indexed one is of no use without its index
      if (!first.text().startsWith(raw.substring(0, sign + 1))) {
        return Optional.empty();
      }
      String rest = first.text().substring(sign + 1);
      if (rest.isEmpty()) {
        value.remove(0);
      } else {
        value.set(0, new WordPart.Literal(rest, false));
      }
    }
    return Optional.of(
        new Assignment(raw.substring(0, nameEnd), indexed, append, List.copyOf(value), position));
  }
}
