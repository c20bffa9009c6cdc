package dev.ocelot.shell;

import java.util.List;

/** Reads what begins with a dollar sign. */
final class ExpansionReader {
  /** How far the end of an arithmetic expression is looked for before it counts as commands. */
  private static final int LONGEST_ARITHMETIC = 4096;

  private final Cursor cursor;
  private final ShellLexer lexer;
  private final WordReader words;

  ExpansionReader(Cursor cursor, ShellLexer lexer, WordReader words) {
    this.cursor = cursor;
    this.lexer = lexer;
    this.words = words;
  }

  /** Reads an expansion, the cursor on the dollar sign, which may turn out to stand for itself. */
  void dollar(PartList parts, boolean quoted) {
    char next = cursor.peek(1);
    if (next == '(') {
      cursor.skip(1);
      parts.add(parenthesis(quoted));
    } else if (next == '{') {
      parts.add(braces(quoted));
    } else if (next == '[') {
      parts.add(oldArithmetic(quoted));
    } else if (next == '\'' && !quoted) {
      parts.add(ansiQuoted());
    } else if (next == '"' && !quoted) {
      int start = cursor.index();
      cursor.skip(1);
      words.doubleQuoted(new PartList());
      parts.add(new WordPart.DollarQuote(cursor.since(start)));
    } else if (Identifier.isStart(next)) {
      cursor.skip(1);
      int start = cursor.index();
      while (Identifier.isStart(cursor.peek()) || Identifier.isDigit(cursor.peek())) {
        cursor.skip(1);
      }
      parts.add(plain(cursor.since(start), quoted));
    } else if (Identifier.isDigit(next) || isSpecial(next)) {
      cursor.skip(2);
      parts.add(plain(String.valueOf(next), quoted));
    } else {
      parts.literal(cursor.take(), quoted);
    }
  }

  private static WordPart plain(String name, boolean quoted) {
    return new WordPart.Parameter(name, "", "", List.of(), quoted);
  }

  private static boolean isSpecial(char c) {
    return c != '\0' && "@*#?-$!".indexOf(c) >= 0;
  }

  /** {@code $(...)} or {@code $((...))}, the cursor on the first parenthesis. */
  private WordPart parenthesis(boolean quoted) {
    int end = arithmeticEnd();
    if (end < 0) {
      return commands(quoted);
    }
    return new WordPart.Arithmetic(takeArithmetic(end), quoted);
  }

  /** {@code (...)} with commands, the cursor on the parenthesis. */
  WordPart commands(boolean quoted) {
    int start = cursor.index();
    cursor.enter();
    cursor.skip(1);
    List<Statement> body = new ShellParser(lexer).untilParenthesis(start);
    String text = cursor.since(start + 1);
    cursor.leave();
    return new WordPart.Substitution(text.substring(0, text.length() - 1), body, quoted);
  }

  /** Reads {@code ((...))} up to an end that {@link #arithmeticEnd} found. */
  String takeArithmetic(int end) {
    cursor.skip(2);
    int start = cursor.index();
    cursor.moveTo(end);
    String text = cursor.since(start);
    cursor.skip(2);
    return text;
  }

  /**
   * The index of the {@code ))} that closes the {@code ((} here; -1 when this is none, because a
   * single parenthesis closes it or it does not end.
   */
  int arithmeticEnd() {
    if (!cursor.at("((")) {
      return -1;
    }
    int open = 0;
    for (int ahead = 2; ahead < LONGEST_ARITHMETIC; ahead++) {
      char c = cursor.peek(ahead);
      if (cursor.index() + ahead >= cursor.length()) {
        return -1;
      }
      if (c == '\\') {
        ahead++;
      } else if (c == '(') {
        open++;
      } else if (c == ')') {
        if (open == 0) {
          return cursor.peek(ahead + 1) == ')' ? cursor.index() + ahead : -1;
        }
        open--;
      }
    }
    return -1;
  }

  private WordPart oldArithmetic(boolean quoted) {
    int start = cursor.index();
    int end = cursor.find("]");
    if (end < 0) {
      throw cursor.error("'$[' is not closed", start);
    }
    cursor.moveTo(end);
    String text = cursor.since(start + 2);
    cursor.skip(1);
    return new WordPart.Arithmetic(text, quoted);
  }

  private WordPart ansiQuoted() {
    int start = cursor.index();
    cursor.skip(2);
    while (!cursor.atEnd() && cursor.peek() != '\'') {
      cursor.skip(cursor.peek() == '\\' ? 2 : 1);
    }
    if (cursor.atEnd()) {
      throw cursor.error("a quote is not closed", start);
    }
    cursor.skip(1);
    return new WordPart.DollarQuote(cursor.since(start));
  }

  /** {@code ${...}}, the cursor on the dollar sign. */
  private WordPart braces(boolean quoted) {
    int start = cursor.index();
    cursor.enter();
    cursor.skip(2);
    int inside = cursor.index();
    PartList nested = new PartList();
    boolean singleQuotesCount = !quoted || cursorAtPatternOperator();
    while (cursor.peek() != '}') {
      if (cursor.atEnd()) {
        throw cursor.error("'${' is not closed", start);
      }
      char c = cursor.peek();
      if (c == '\\' && cursor.index() + 1 < cursor.length()) {
        cursor.skip(2);
      } else if (c == '\'') {
        if (!singleQuotesCount) {
          throw cursor.error(
              "a single quote within \"${...}\" is read differently by shells", cursor.index());
        }
        skipSingleQuoted();
      } else if (c == '"') {
        words.doubleQuoted(nested);
      } else if (c == '`') {
        nested.add(words.backquoted(quoted));
      } else if (c == '$') {
        dollar(nested, quoted);
      } else {
        cursor.skip(1);
      }
    }
    String text = cursor.since(inside);
    cursor.skip(1);
    cursor.leave();
    return parameter(text, nested.finish(), quoted);
  }

  /** In double quotes, single quotes keep their meaning behind operators that take a pattern. */
  private boolean cursorAtPatternOperator() {
    int ahead = 0;
    while (Identifier.isStart(cursor.peek(ahead)) || Identifier.isDigit(cursor.peek(ahead))) {
      ahead++;
    }
    char operator = cursor.peek(ahead);
    return ahead > 0 && operator != '\0' && "#%/^,".indexOf(operator) >= 0;
  }

  private void skipSingleQuoted() {
    int start = cursor.index();
    cursor.skip(1);
    int end = cursor.find("'");
    if (end < 0) {
      throw cursor.error("a single quote is not closed", start);
    }
    cursor.moveTo(end + 1);
  }

  private static WordPart parameter(String text, List<WordPart> nested, boolean quoted) {
    boolean prefixed = text.length() > 1 && "#!".indexOf(text.charAt(0)) >= 0;
    int nameEnd = nameEnd(text, 0);
    if (prefixed || nameEnd == 0) {
      int behindPrefix = Math.min(1, text.length());
      String name = text.substring(behindPrefix, nameEnd(text, behindPrefix));
      return new WordPart.Parameter(name, "", text, nested, quoted);
    }
    int end = Identifier.subscriptEnd(text, nameEnd);
    String subscript = end == nameEnd ? "" : text.substring(nameEnd + 1, end - 1);
    return new WordPart.Parameter(
        text.substring(0, nameEnd), subscript, text.substring(end), nested, quoted);
  }

  /** Where the name of a parameter ends, which may be a number or a special character. */
  private static int nameEnd(String text, int start) {
    int end = Math.max(Identifier.end(text, start), Identifier.digitsEnd(text, start));
    return end == start && start < text.length() && isSpecial(text.charAt(start)) ? end + 1 : end;
  }
}
