package dev.ocelot.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a script into tokens.
 *
 * <p>Commands within {@code $(...)} are read by a parser of their own on the same lexer, which is
 * why the lexer hands out one token at a time.
 */
final class ShellLexer {
  /** Longest first. */
  private static final List<String> OPERATORS =
      List.of(
          "<<<", "<<-", "&>>", ";;&", "&&", "||", ";;", ";&", "|&", "<<", ">>", "<&", ">&", "<>",
          ">|", "&>", "|", "&", ";", "(", ")", "<", ">");

  private static final CharacterSet OPERATOR_STARTS = new CharacterSet("|&;()<>");

  private final Cursor cursor;
  private final WordReader words;
  private final ExpansionReader expansions;
  private final Deque<HereDoc> pending = new ArrayDeque<>();

  ShellLexer(ShellText text) {
    this(text, 0);
  }

  private ShellLexer(ShellText text, int depth) {
    this.cursor = new Cursor(text, depth);
    this.words = new WordReader(cursor, this);
    this.expansions = new ExpansionReader(cursor, this, words);
  }

  /** The next token; at the end of the text always the end. */
  ShellToken next() {
    cursor.skipBlanks();
    skipComment();
    int start = cursor.index();
    if (cursor.atEnd()) {
      return token(ShellToken.Kind.END, "", start);
    }
    if (cursor.peek() == '\n') {
      cursor.skip(1);
      ShellToken newline = token(ShellToken.Kind.NEWLINE, "", start);
      readHereDocs();
      return newline;
    }
    if (OPERATOR_STARTS.contains(cursor.peek()) && !cursor.at("<(") && !cursor.at(">(")) {
      for (String operator : OPERATORS) {
        if (cursor.at(operator)) {
          cursor.skip(operator.length());
          return token(ShellToken.Kind.OPERATOR, operator, start);
        }
      }
    }
    ShellWord word = words.word();
    boolean redirects = cursor.peek() == '<' || cursor.peek() == '>';
    if (redirects && isDescriptor(word.raw())) {
      return token(ShellToken.Kind.DESCRIPTOR, word.raw(), start);
    }
    return new ShellToken(ShellToken.Kind.WORD, "", word, null, word.position());
  }

  /** A number, or the name of a variable in braces. */
  private static boolean isDescriptor(String text) {
    int length = text.length();
    if (text.startsWith("{")) {
      int end = Identifier.end(text, 1);
      return end > 1 && end == length - 1 && text.endsWith("}");
    }
    return length > 0 && Identifier.digitsEnd(text, 0) == length;
  }

  /** The delimiter of a here-document, which follows its operator. */
  ShellToken hereDocDelimiter(boolean stripsTabs) {
    ShellToken token = next();
    ShellWord word = token.word();
    if (word == null) {
      return token;
    }
    StringBuilder delimiter = new StringBuilder();
    boolean quoted = false;
    for (WordPart part : word.parts()) {
      quoted |= part.quoted();
      delimiter.append(part instanceof WordPart.Literal literal ? literal.text() : word.raw());
    }
    HereDoc hereDoc = new HereDoc(delimiter.toString(), quoted, stripsTabs);
    pending.add(hereDoc);
    return new ShellToken(token.kind(), "", word, hereDoc, token.position());
  }

  /** The right side of {@code =~}. */
  ShellToken regex() {
    cursor.skipBlanks();
    ShellWord word = words.regex();
    return new ShellToken(ShellToken.Kind.WORD, "", word, null, word.position());
  }

  /** The end of the arithmetic command whose first parenthesis was just read; -1 for none. */
  int arithmeticEnd() {
    cursor.moveTo(cursor.index() - 1);
    int end = expansions.arithmeticEnd();
    cursor.skip(1);
    return end;
  }

  /** Reads an arithmetic command whose first parenthesis was just read. */
  ShellToken arithmetic(int end) {
    cursor.moveTo(cursor.index() - 1);
    int start = cursor.index();
    WordPart part = new WordPart.Arithmetic(expansions.takeArithmetic(end), false);
    Position position = cursor.positionOf(start);
    ShellWord word = new ShellWord(List.of(part), cursor.since(start), position);
    return new ShellToken(ShellToken.Kind.WORD, "", word, null, position);
  }

  /** Blanks, line ends and comments, as they may stand between the elements of an array. */
  void skipSpace() {
    while (true) {
      cursor.skipBlanks();
      skipComment();
      if (cursor.peek() != '\n') {
        return;
      }
      cursor.skip(1);
      readHereDocs();
    }
  }

  ShellSyntaxException error(String message, ShellToken at) {
    return new ShellSyntaxException(message, at.position());
  }

  Cursor cursor() {
    return cursor;
  }

  private void skipComment() {
    if (cursor.peek() == '#') {
      int end = cursor.find("\n");
      cursor.moveTo(end < 0 ? cursor.length() : end);
    }
  }

  private ShellToken token(ShellToken.Kind kind, String text, int start) {
    return new ShellToken(kind, text, null, null, cursor.positionOf(start));
  }

  private void readHereDocs() {
    while (!pending.isEmpty()) {
      HereDoc hereDoc = pending.remove();
      int start = cursor.index();
      String text = hereDocText(hereDoc, start);
      hereDoc.fill(text);
      if (!hereDoc.quoted() && (text.indexOf('$') >= 0 || text.indexOf('`') >= 0)) {
        hereDoc.fill(expanded(text));
      }
    }
  }

  /** A text without its delimiter ends with the file, as shells have it. */
  private String hereDocText(HereDoc hereDoc, int start) {
    while (!cursor.atEnd()) {
      int lineStart = cursor.index();
      int end = cursor.find("\n");
      cursor.moveTo(end < 0 ? cursor.length() : end);
      boolean last = hereDoc.endsAt(cursor.since(lineStart));
      int lineEnd = Math.min(cursor.index() + 1, cursor.length());
      if (last) {
        cursor.moveTo(lineStart);
        String text = cursor.since(start);
        cursor.moveTo(lineEnd);
        return text;
      }
      cursor.moveTo(lineEnd);
    }
    return cursor.since(start);
  }

  /** Positions within are not kept: nothing in a here-document is ever the word of a call. */
  private List<WordPart> expanded(String text) {
    try {
      return new ShellLexer(ShellText.of(text), cursor.depth() + 1).words.hereDocParts();
    } catch (ShellSyntaxException e) {
      return List.of(new WordPart.Substitution(text, List.of(), true)); // whatever it is
    }
  }
}
