package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads one word: quotes, escapes, expansions, array elements. */
final class WordReader {
  private static final CharacterSet METACHARACTERS = new CharacterSet(" \t\n|&;()<>");
  private static final CharacterSet NOT_PLAIN = new CharacterSet(" \t\n|&;()<>\\'\"$`");
  private static final CharacterSet NOT_PLAIN_IN_QUOTES = new CharacterSet("\\\"$`");

  private final Cursor cursor;
  private final ShellLexer lexer;
  private final ExpansionReader expansions;

  WordReader(Cursor cursor, ShellLexer lexer) {
    this.cursor = cursor;
    this.lexer = lexer;
    this.expansions = new ExpansionReader(cursor, lexer, this);
  }

  /** Reads the word that begins here; there is one. */
  ShellWord word() {
    int start = cursor.index();
    PartList parts = new PartList();
    while (true) {
      String plain = cursor.takeUntil(NOT_PLAIN);
      if (!plain.isEmpty()) {
        parts.literal(plain, false);
      }
      if (cursor.atEnd() || endsWord(parts)) {
        break;
      }
      if (!piece(parts)) {
        parts.literal(cursor.take(), false);
      }
    }
    return made(parts, start);
  }

  /** The right side of {@code =~}: parentheses and bars belong to it, blanks within them too. */
  ShellWord regex() {
    int start = cursor.index();
    PartList parts = new PartList();
    int open = 0;
    while (!cursor.atEnd() && cursor.peek() != '\n') {
      char c = cursor.peek();
      if (open == 0 && (c == ' ' || c == '\t')) {
        break;
      }
      if (!piece(parts)) {
        open += c == '(' ? 1 : c == ')' && open > 0 ? -1 : 0;
        parts.literal(cursor.take(), false);
      }
    }
    return made(parts, start);
  }

  /** Text that is expanded as if it stood in double quotes, up to the end of the cursor. */
  List<WordPart> hereDocParts() {
    PartList parts = new PartList();
    while (!cursor.atEnd()) {
      inDoubleQuotes(parts);
    }
    return parts.finish();
  }

  private ShellWord made(PartList parts, int start) {
    String raw = cursor.since(start);
    return new ShellWord(
        parts.finish(),
        raw.indexOf('\\') >= 0 ? raw.replace("\\\n", "") : raw,
        cursor.positionOf(start));
  }

  private boolean endsWord(PartList parts) {
    char c = cursor.peek();
    if (!METACHARACTERS.contains(c)) {
      return false;
    }
    if (c == '(' && parts.isBareText()) {
      String text = parts.bareText();
      char last = text.charAt(text.length() - 1);
      return !isArrayHead(text) && "?*+@".indexOf(last) < 0 && (last != '!' || text.length() == 1);
    }
    return !isProcessSubstitution();
  }

  /** {@code name=} or {@code name+=}. */
  private static boolean isArrayHead(String text) {
    int end = Identifier.end(text, 0);
    int left = text.length() - end;
    return end > 0 && (left == 1 || (left == 2 && text.charAt(end) == '+')) && text.endsWith("=");
  }

  private boolean isProcessSubstitution() {
    return cursor.at("<(") || cursor.at(">(");
  }

  /** Reads whatever is more than one plain character; false, unmoved, when there is nothing. */
  private boolean piece(PartList parts) {
    switch (cursor.peek()) {
      case '\\' -> backslash(parts);
      case '\'' -> parts.literal(singleQuoted(), true);
      case '"' -> doubleQuoted(parts);
      case '$' -> expansions.dollar(parts, false);
      case '`' -> parts.add(backquoted(false));
      case '<', '>' -> {
        if (!isProcessSubstitution()) {
          return false;
        }
        cursor.skip(1);
        parts.add(expansions.commands(false));
      }
      case '(' -> {
        return parenthesis(parts);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean parenthesis(PartList parts) {
    if (!parts.isBareText()) {
      return false;
    }
    String text = parts.bareText();
    if (isArrayHead(text)) {
      parts.add(elements());
      return true;
    }
    if ("?*+@!".indexOf(text.charAt(text.length() - 1)) >= 0) {
      patternGroup(parts);
      return true;
    }
    return false;
  }

  /** {@code @(a|b)} and its like, kept as the bare text that it is. */
  private void patternGroup(PartList parts) {
    int start = cursor.index();
    int open = 0;
    do {
      if (cursor.atEnd()) {
        throw cursor.error("a pattern's parenthesis is not closed", start);
      }
      char c = cursor.peek();
      if (!quotedPiece(parts)) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        parts.literal(cursor.take(), false);
      }
    } while (open > 0);
  }

  private boolean quotedPiece(PartList parts) {
    return "\\'\"$`".indexOf(cursor.peek()) >= 0 && piece(parts);
  }

  private WordPart elements() {
    int start = cursor.index();
    cursor.enter();
    cursor.skip(1);
    List<ShellWord> elements = new ArrayList<>();
    while (true) {
      lexer.skipSpace();
      if (cursor.atEnd()) {
        throw cursor.error("the elements of an array are not closed", start);
      }
      if (cursor.peek() == ')') {
        cursor.skip(1);
        cursor.leave();
        return new WordPart.ArrayElements(List.copyOf(elements));
      }
      int before = cursor.index();
      elements.add(word());
      if (cursor.index() == before) {
        throw cursor.error("'" + cursor.peek() + "' among the elements of an array", before);
      }
    }
  }

  private void backslash(PartList parts) {
    cursor.skip(1);
    if (cursor.atEnd()) {
      parts.literal('\\', true);
    } else if (cursor.peek() == '\n') {
      cursor.skip(1);
    } else {
      parts.literal(cursor.take(), true);
    }
  }

  private String singleQuoted() {
    int start = cursor.index();
    cursor.skip(1);
    int end = cursor.find("'");
    if (end < 0) {
      throw cursor.error("a single quote is not closed", start);
    }
    cursor.moveTo(end);
    String text = cursor.since(start + 1);
    cursor.skip(1);
    return text;
  }

  /** Reads {@code "..."}, the cursor on the first quote. */
  void doubleQuoted(PartList parts) {
    int start = cursor.index();
    cursor.enter();
    cursor.skip(1);
    if (cursor.peek() == '"') {
      parts.literal("", true);
    }
    while (cursor.peek() != '"') {
      if (cursor.atEnd()) {
        throw cursor.error("a double quote is not closed", start);
      }
      inDoubleQuotes(parts);
    }
    cursor.skip(1);
    cursor.leave();
  }

  private void inDoubleQuotes(PartList parts) {
    String plain = cursor.takeUntil(NOT_PLAIN_IN_QUOTES);
    char c = cursor.peek();
    if (!plain.isEmpty()) {
      parts.literal(plain, true);
    } else if (c == '$') {
      expansions.dollar(parts, true);
    } else if (c == '`') {
      parts.add(backquoted(true));
    } else if (c == '\\' && "$`\"\\".indexOf(cursor.peek(1)) >= 0 && cursor.peek(1) != '\0') {
      cursor.skip(1);
      parts.literal(cursor.take(), true);
    } else if (cursor.at("\\\n")) {
      cursor.skip(2);
    } else {
      parts.literal(cursor.take(), true);
    }
  }

  /** Reads {@code `...`}, the cursor on the first. */
  WordPart backquoted(boolean quoted) {
    int start = cursor.index();
    cursor.skip(1);
    while (!cursor.atEnd() && cursor.peek() != '`') {
      cursor.skip(cursor.peek() == '\\' ? 2 : 1);
    }
    if (cursor.atEnd()) {
      throw cursor.error("a backquote is not closed", start);
    }
    String text = cursor.since(start + 1);
    cursor.skip(1);
    return new WordPart.Substitution(text, List.of(), quoted);
  }
}
