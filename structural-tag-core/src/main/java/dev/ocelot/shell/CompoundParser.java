package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the commands that are made of others, and tests. */
final class CompoundParser {
  private final ShellParser parser;

  CompoundParser(ShellParser parser) {
    this.parser = parser;
  }

  /** The compound command that begins here; null, unmoved, when none does. */
  @Nullable ShellCommand compound() {
    ShellToken token = parser.token();
    if (token.isOperator("(")) {
      int end = parser.lexer().arithmeticEnd();
      return end < 0 ? subshell() : arithmetic(end);
    }
    ShellWord word = token.word();
    if (word == null) {
      return null;
    }
    return switch (word.raw()) {
      case "{" -> braces();
      case "[[" -> test();
      case "if" -> conditional();
      case "while", "until" -> loop();
      case "for", "select" -> forLoop();
      case "case" -> cases();
      case "function" -> function();
      case "coproc" -> coprocess();
      default -> null;
    };
  }

  private ShellCommand subshell() {
    Position start = begin();
    List<Statement> body = body();
    parser.expect(")");
    return new ShellCommand.Group(true, body, parser.redirections(), start);
  }

  private ShellCommand braces() {
    Position start = begin();
    List<Statement> body = body();
    parser.expect("}");
    return new ShellCommand.Group(false, body, parser.redirections(), start);
  }

  private Position begin() {
    Position start = parser.token().position();
    parser.advance();
    return start;
  }

  private List<Statement> body() {
    return List.copyOf(parser.statements(new ArrayList<>()));
  }

  private ShellCommand arithmetic(int end) {
    ShellToken expression = parser.lexer().arithmetic(end);
    parser.advance();
    return new ShellCommand.Test(wordsOf(expression), parser.redirections(), expression.position());
  }

  private static List<ShellWord> wordsOf(ShellToken token) {
    ShellWord word = token.word();
    return word == null ? List.of() : List.of(word);
  }

  private ShellCommand test() {
    Position start = begin();
    List<ShellWord> words = new ArrayList<>();
    while (!parser.token().isBare("]]")) {
      ShellToken token = parser.token();
      if (token.kind() == ShellToken.Kind.END) {
        throw parser.lexer().error("'[[' is not closed", token);
      }
      words.addAll(wordsOf(token));
      if (token.isBare("=~")) {
        parser.replace(parser.lexer().regex());
        words.addAll(wordsOf(parser.token()));
      }
      parser.advance();
    }
    parser.advance();
    return new ShellCommand.Test(List.copyOf(words), parser.redirections(), start);
  }

  private ShellCommand conditional() {
    Position start = begin();
    List<List<Statement>> bodies = new ArrayList<>();
    bodies.add(body());
    parser.expect("then");
    bodies.add(body());
    while (parser.token().isBare("elif")) {
      parser.advance();
      bodies.add(body());
      parser.expect("then");
      bodies.add(body());
    }
    if (parser.token().isBare("else")) {
      parser.advance();
      bodies.add(body());
    }
    parser.expect("fi");
    return branching("if", "", List.of(), bodies, start);
  }

  private ShellCommand loop() {
    String keyword = wordsOf(parser.token()).get(0).raw();
    Position start = begin();
    List<List<Statement>> bodies = new ArrayList<>();
    bodies.add(body());
    bodies.add(doGroup());
    return branching(keyword, "", List.of(), bodies, start);
  }

  private List<Statement> doGroup() {
    parser.expect("do");
    List<Statement> body = body();
    parser.expect("done");
    return body;
  }

  private ShellCommand forLoop() {
    String keyword = wordsOf(parser.token()).get(0).raw();
    Position start = begin();
    List<ShellWord> words = new ArrayList<>();
    String variable = "";
    if (parser.token().isOperator("(")) {
      int end = parser.lexer().arithmeticEnd();
      if (end < 0) {
        throw parser.unexpected();
      }
      words.addAll(wordsOf(parser.lexer().arithmetic(end)));
      parser.advance();
    } else {
      variable = name();
      parser.skipNewlines();
      if (parser.token().isBare("in")) {
        parser.advance();
        while (parser.token().kind() == ShellToken.Kind.WORD) {
          words.addAll(wordsOf(parser.token()));
          parser.advance();
        }
      }
    }
    if (parser.token().isOperator(";")) {
      parser.advance();
    }
    parser.skipNewlines();
    List<Statement> body;
    if (parser.token().isBare("{")) {
      parser.advance();
      body = body();
      parser.expect("}");
    } else {
      body = doGroup();
    }
    return branching(keyword, variable, words, List.of(body), start);
  }

  private String name() {
    ShellWord word = parser.token().word();
    if (word == null) {
      throw parser.unexpected();
    }
    parser.advance();
    return word.raw();
  }

  private ShellCommand cases() {
    Position start = begin();
    List<ShellWord> words = new ArrayList<>(wordsOf(parser.token()));
    name();
    parser.skipNewlines();
    parser.expect("in");
    parser.skipNewlines();
    List<List<Statement>> bodies = new ArrayList<>();
    while (!parser.token().isBare("esac")) {
      patterns(words);
      bodies.add(body());
      if (!parser.token().isBare("esac")) {
        if (!isCaseEnd(parser.token())) {
          throw parser.unexpected();
        }
        parser.advance();
        parser.skipNewlines();
      }
    }
    parser.advance();
    return branching("case", "", words, bodies, start);
  }

  private static boolean isCaseEnd(ShellToken token) {
    return token.isOperator(";;") || token.isOperator(";&") || token.isOperator(";;&");
  }

  private void patterns(List<ShellWord> words) {
    if (parser.token().isOperator("(")) {
      parser.advance();
    }
    pattern(words);
    while (parser.token().isOperator("|")) {
      parser.advance();
      pattern(words);
    }
    parser.expect(")");
  }

  private void pattern(List<ShellWord> words) {
    words.addAll(wordsOf(parser.token()));
    name();
    if (words.get(words.size() - 1).isBare("!")) {
      parser.skipPatternGroup();
    }
  }

  private ShellCommand function() {
    Position start = begin();
    String name = name();
    if (parser.token().isOperator("(")) {
      return parser.function(name, start);
    }
    parser.skipNewlines();
    return new ShellCommand.Function(name, parser.command(), start);
  }

  /** {@code coproc [NAME] command}: whatever it is called, it runs beside the script. */
  private ShellCommand coprocess() {
    Position start = begin();
    ShellCommand command = parser.command();
    Statement statement = new Statement(List.of(new Statement.Pipeline(List.of(command))), true);
    return branching("coproc", "", List.of(), List.of(List.of(statement)), start);
  }

  private ShellCommand branching(
      String keyword,
      String variable,
      List<ShellWord> words,
      List<List<Statement>> bodies,
      Position start) {
    return new ShellCommand.Branching(
        keyword, variable, List.copyOf(words), bodies, parser.redirections(), start);
  }
}
