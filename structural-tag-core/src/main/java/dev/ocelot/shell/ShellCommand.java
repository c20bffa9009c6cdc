package dev.ocelot.shell;

import java.util.List;

/** A command: simple, or made of others. */
public sealed interface ShellCommand {

  /**
   * Where it begins.
   *
   * @return the place
   */
  Position position();

  /**
   * The redirections behind it.
   *
   * @return in order
   */
  List<Redirection> redirections();

  /**
   * A redirection.
   *
   * @param descriptor the number or {@code {name}} in front; empty without
   * @param operator such as {@code <} or {@code <<-}
   * @param target the file, or the delimiter of a here-document
   * @param hereDocs the here-document, if it is one
   */
  record Redirection(
      String descriptor, String operator, ShellWord target, List<HereDoc> hereDocs) {}

  /**
   * Assignments, words, or both.
   *
   * @param assignments those in front of the first word
   * @param words the command's name and its arguments; empty when it only assigns
   * @param redirections anywhere among them
   * @param position where it begins
   */
  record Simple(
      List<ShellWord.Assignment> assignments,
      List<ShellWord> words,
      List<Redirection> redirections,
      Position position)
      implements ShellCommand {}

  /**
   * {@code { ... }} or {@code ( ... )}.
   *
   * @param subshell whether it runs in a shell of its own
   * @param body what is in it
   * @param redirections behind it
   * @param position where it begins
   */
  record Group(
      boolean subshell, List<Statement> body, List<Redirection> redirections, Position position)
      implements ShellCommand {}

  /**
   * Something whose parts run sometimes, or several times: {@code if}, {@code while}, {@code
   * until}, {@code for}, {@code select}, {@code case}, {@code coproc}.
   *
   * @param keyword the word that begins it
   * @param variable the variable of a loop; empty without
   * @param words the list of a loop, the subject and patterns of a case, or the expression of an
   *     arithmetic loop
   * @param bodies conditions and bodies, in the order of the text
   * @param redirections behind it
   * @param position where it begins
   */
  record Branching(
      String keyword,
      String variable,
      List<ShellWord> words,
      List<List<Statement>> bodies,
      List<Redirection> redirections,
      Position position)
      implements ShellCommand {}

  /**
   * {@code [[ ... ]]} or {@code (( ... ))}.
   *
   * @param words the operands of a test, or one word with the expression
   * @param redirections behind it
   * @param position where it begins
   */
  record Test(List<ShellWord> words, List<Redirection> redirections, Position position)
      implements ShellCommand {}

  /**
   * {@code name() ...}.
   *
   * @param name the function
   * @param body what it runs
   * @param position where it begins
   */
  record Function(String name, ShellCommand body, Position position) implements ShellCommand {
    @Override
    public List<Redirection> redirections() {
      return List.of();
    }
  }
}
