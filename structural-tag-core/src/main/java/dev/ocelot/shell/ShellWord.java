package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a script, before any expansion.
 *
 * @param parts its pieces, in order; neighbouring literals are joined when they are quoted alike
 * @param raw as written
 * @param position where it begins
 */
public record ShellWord(List<WordPart> parts, String raw, Position position) {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\[[^\\]]*\\])?(\\+?)=", Pattern.DOTALL);

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
    if (raw.indexOf('=') < 1) {
      return Optional.empty();
    }
    Matcher matcher = ASSIGNMENT.matcher(raw);
    if (!matcher.lookingAt()
        || parts.isEmpty()
        || !(parts.get(0) instanceof WordPart.Literal first)
        || first.quoted()) {
      return Optional.empty();
    }
    boolean indexed = matcher.group(2) != null;
    List<WordPart> value = new ArrayList<>(parts);
    if (!indexed) { // the value of an indexed one is of no use without its index
      if (!first.text().startsWith(matcher.group())) {
        return Optional.empty();
      }
      String rest = first.text().substring(matcher.end());
      if (rest.isEmpty()) {
        value.remove(0);
      } else {
        value.set(0, new WordPart.Literal(rest, false));
      }
    }
    return Optional.of(
        new Assignment(
            matcher.group(1), indexed, !matcher.group(3).isEmpty(), List.copyOf(value), position));
  }
}
