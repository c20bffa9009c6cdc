package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads statements, pipelines and simple commands; compound ones are {@link CompoundParser}'s. */
final class ShellParser {
  private static final Set<String> CLOSING_WORDS =
      Set.of("then", "do", "done", "fi", "elif", "else", "esac", "}");
  private static final Set<String> CLOSING_OPERATORS = Set.of(")", ";;", ";&", ";;&");
  private static final Set<String> REDIRECTIONS =
      Set.of("<", ">", "<<", "<<-", "<<<", ">>", "<&", ">&", "<>", ">|", "&>", "&>>");

  private final ShellLexer lexer;
  private final CompoundParser compounds = new CompoundParser(this);
  private ShellToken token;

  ShellParser(ShellLexer lexer) {
    this.lexer = lexer;
    this.token = new ShellToken(ShellToken.Kind.NEWLINE, "", null, null, new Position(1, 1));
  }

  /** A whole script. */
  ShellScript script() {
    List<Statement> statements = new ArrayList<>();
    try {
      advance();
      statements(statements);
      if (token.kind() != ShellToken.Kind.END) {
        throw unexpected();
      }
      return new ShellScript(statements, null);
    } catch (ShellSyntaxException e) {
      String why = String.valueOf(e.getMessage());
      return new ShellScript(statements, new ShellScript.SyntaxError(why, e.position()));
    }
  }

  /** The commands of {@code $(...)}; the lexer then stands right behind the parenthesis. */
  List<Statement> untilParenthesis(int start) {
    advance();
    List<Statement> body = statements(new ArrayList<>());
    if (!token.isOperator(")")) {
      throw token.kind() == ShellToken.Kind.END
          ? lexer.cursor().error("a parenthesis is not closed", start)
          : unexpected();
    }
    return body;
  }

  ShellToken token() {
    return token;
  }

  ShellLexer lexer() {
    return lexer;
  }

  void advance() {
    token = lexer.next();
  }

  void replace(ShellToken newToken) {
    token = newToken;
  }

  ShellSyntaxException unexpected() {
    return lexer.error(token.shown() + " is not expected here", token);
  }

  void expect(String what) {
    if (!token.isOperator(what) && !token.isBare(what)) {
      throw lexer.error("'" + what + "' was expected, not " + token.shown(), token);
    }
    advance();
  }

  void skipNewlines() {
    while (token.kind() == ShellToken.Kind.NEWLINE) {
      advance();
    }
  }

  /**
   * Statements up to a word or operator that closes a list; given a list so that it can be kept.
   */
  List<Statement> statements(List<Statement> into) {
    while (true) {
      skipNewlines();
      if (closes()) {
        return into;
      }
      List<Statement.Pipeline> pipelines = pipelines();
      boolean background = token.isOperator("&");
      if (background || token.isOperator(";")) {
        advance();
      } else if (token.kind() != ShellToken.Kind.NEWLINE && !closes()) {
        throw unexpected();
      }
      into.add(new Statement(pipelines, background));
    }
  }

  private boolean closes() {
    ShellWord word = token.word();
    return switch (token.kind()) {
      case END -> true;
      case OPERATOR -> CLOSING_OPERATORS.contains(token.text());
      case WORD -> word != null && CLOSING_WORDS.contains(word.raw());
      default -> false;
    };
  }

  private List<Statement.Pipeline> pipelines() {
    List<Statement.Pipeline> pipelines = new ArrayList<>();
    pipelines.add(pipeline());
    while (token.isOperator("&&") || token.isOperator("||")) {
      advance();
      skipNewlines();
      pipelines.add(pipeline());
    }
    return pipelines;
  }

  private Statement.Pipeline pipeline() {
    skipPrefixes();
    List<ShellCommand> commands = new ArrayList<>();
    commands.add(command());
    while (token.isOperator("|") || token.isOperator("|&")) {
      advance();
      skipNewlines();
      commands.add(command());
    }
    return new Statement.Pipeline(commands);
  }

  /** {@code !} and {@code time} change what is reported, not what runs. */
  private void skipPrefixes() {
    while (token.isBare("!") || token.isBare("time")) {
      boolean time = token.isBare("time");
      advance();
      while (time && (token.isBare("-p") || token.isBare("--"))) {
        advance();
      }
    }
  }

  ShellCommand command() {
    lexer.cursor().enter();
    ShellCommand compound = compounds.compound();
    ShellCommand command = compound == null ? simple() : compound;
    lexer.cursor().leave();
    return command;
  }

  private ShellCommand simple() {
    Position start = token.position();
    List<ShellWord.Assignment> assignments = new ArrayList<>();
    List<ShellWord> words = new ArrayList<>();
    List<ShellCommand.Redirection> redirections = new ArrayList<>();
    while (true) {
      ShellWord word = token.word();
      if (word != null) {
        Optional<ShellWord.Assignment> assignment =
            words.isEmpty() ? word.assignment() : Optional.empty();
        if (assignment.isPresent()) {
          assignments.add(assignment.get());
        } else {
          words.add(word);
        }
        advance();
        if (word.isBare("!") && words.size() > 1) {
          skipPatternGroup();
        }
        if (token.isOperator("(") && words.size() == 1 && assignments.isEmpty()) {
          return function(words.get(0).raw(), start);
        }
      } else if (!redirection(redirections)) {
        break;
      }
    }
    if (assignments.isEmpty() && words.isEmpty() && redirections.isEmpty()) {
      throw unexpected();
    }
    return new ShellCommand.Simple(
        List.copyOf(assignments), List.copyOf(words), List.copyOf(redirections), start);
  }

  /**
   * The rest of {@code !(a|b)}, whose beginning is a word of its own because {@code !} may also
   * stand in front of a subshell. The pattern is never static, and neither is {@code !} alone here.
   */
  void skipPatternGroup() {
    int open = 0;
    while (open > 0 || token.isOperator("(")) {
      if (token.kind() == ShellToken.Kind.END) {
        throw unexpected();
      }
      open += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
      advance();
      if (open == 0) {
        return;
      }
    }
  }

  /** The current token is the parenthesis behind the name. */
  ShellCommand function(String name, Position start) {
    advance();
    expect(")");
    skipNewlines();
    return new ShellCommand.Function(name, command(), start);
  }

  List<ShellCommand.Redirection> redirections() {
    List<ShellCommand.Redirection> redirections = new ArrayList<>();
    while (redirection(redirections)) {
      // each call reads one
    }
    return List.copyOf(redirections);
  }

  private boolean redirection(List<ShellCommand.Redirection> into) {
    String descriptor = "";
    if (token.kind() == ShellToken.Kind.DESCRIPTOR) {
      descriptor = token.text();
      advance();
    }
    if (token.kind() != ShellToken.Kind.OPERATOR || !REDIRECTIONS.contains(token.text())) {
      return false;
    }
    String operator = token.text();
    if (operator.equals("<<") || operator.equals("<<-")) {
      token = lexer.hereDocDelimiter(operator.equals("<<-"));
    } else {
      advance();
    }
    @Nullable ShellWord target = token.word();
    if (target == null) {
      throw unexpected();
    }
    HereDoc hereDoc = token.hereDoc();
    into.add(
        new ShellCommand.Redirection(
            descriptor, operator, target, hereDoc == null ? List.of() : List.of(hereDoc)));
    advance();
    return true;
  }
}
