package dev.ocelot.shell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script that was read, as far as it could be.
 *
 * <p>A shell runs what stands before a syntax error; so the statements before it are kept.
 */
public final class ShellScript {
  private final List<Statement> statements;
  private final @Nullable SyntaxError error;

  ShellScript(List<Statement> statements, @Nullable SyntaxError error) {
    this.statements = List.copyOf(statements);
    this.error = error;
  }

  /**
   * Where and why reading ended early.
   *
   * @param message why
   * @param position where
   */
  public record SyntaxError(String message, Position position) {}

  /**
   * Reads a script.
   *
   * @param text any text
   * @return what could be read
   */
  public static ShellScript parse(ShellText text) {
    return new ShellParser(new ShellLexer(text)).script();
  }

  /**
   * The commands at the top.
   *
   * @return in order
   */
  public List<Statement> statements() {
    return statements;
  }

  /**
   * Why reading ended early.
   *
   * @return empty when all was read
   */
  public Optional<SyntaxError> error() {
    return Optional.ofNullable(error);
  }
}
