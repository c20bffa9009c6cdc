package dev.ocelot.shell;

import java.util.List;

/** A piece of a word. */
public sealed interface WordPart {

  /**
   * Whether it stands within quotes, or behind a backslash.
   *
   * @return true when its expansion is neither split nor matched against file names
   */
  boolean quoted();

  /**
   * Text that stands for itself, quotes taken away.
   *
   * @param text the characters; empty for {@code ""}
   * @param quoted whether quoted
   */
  record Literal(String text, boolean quoted) implements WordPart {}

  /**
   * {@code $NAME} or {@code ${...}}.
   *
   * @param name the variable, or a special parameter such as {@code @}; empty where none can be
   *     told
   * @param subscript what stands between brackets; empty without
   * @param operation everything else between the braces; empty for a plain expansion
   * @param nested the pieces within the operation
   * @param quoted whether quoted
   */
  record Parameter(
      String name, String subscript, String operation, List<WordPart> nested, boolean quoted)
      implements WordPart {}

  /**
   * {@code $(...)}, backquotes, {@code <(...)} or {@code >(...)}.
   *
   * @param text what stands between the parentheses or backquotes
   * @param body the commands; empty for backquotes, which are not read
   * @param quoted whether quoted
   */
  record Substitution(String text, List<Statement> body, boolean quoted) implements WordPart {}

  /**
   * {@code $((...))}.
   *
   * @param text the expression
   * @param quoted whether quoted
   */
  record Arithmetic(String text, boolean quoted) implements WordPart {}

  /**
   * {@code $'...'} or {@code $"..."}, whose meaning differs between shells.
   *
   * @param text as written
   */
  record DollarQuote(String text) implements WordPart {
    @Override
    public boolean quoted() {
      return true;
    }
  }

  /**
   * The elements of {@code NAME=(...)}.
   *
   * @param elements the words between the parentheses
   */
  record ArrayElements(List<ShellWord> elements) implements WordPart {
    @Override
    public boolean quoted() {
      return false;
    }
  }
}
