package dev.ocelot.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Remembers where the last token with content lies. An event's own marks take in anchors and tags,
 * and the end of a block collection is where the next thing starts; the tokens are exact.
 */
final class ContentScanner implements Scanner {
  /** How many tokens are read ahead of the parser. */
  private static final int BATCH = 256;

  private final ScannerImpl scanner;
  private final Token[] tokens = new Token[BATCH];
  private int next;
  private int count;
  private @Nullable RuntimeException failure;
  private int start;
  private int end;

  ContentScanner(StreamReader reader, LoaderOptions options) {
    this.scanner = new ScannerImpl(reader, options);
  }

  /** Where the last content token that was taken starts, in code points. */
  int contentStart() {
    return start;
  }

  /** Where the last content token that was taken ends, in code points. */
  int contentEnd() {
    return end;
  }

  @Override
  public Token getToken() {
    Token token = peekToken();
    next++;
    if (token.getTokenId() != Token.ID.BlockEnd) {
      start = token.getStartMark().getIndex();
      end = token.getEndMark().getIndex();
    }
    return token;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    if (next == count && !fill()) {
      return false;
    }
    Token.ID id = tokens[next].getTokenId();
    for (Token.ID choice : choices) {
      if (id == choice) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return (next < count || fill()) && tokens[next].getTokenId() == choice;
  }

  @Override
  public Token peekToken() {
    if (next == count && !fill()) {
      throw new IllegalStateException("the text has no token left");
    }
    return tokens[next];
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  /**
   * Reads on. The parser asks a dozen times what the next token is before it takes it, and the
   * library's scanner would see each time whether it must read on; a mistake is told when the
   * parser gets there, so that one before it is told first.
   */
  private boolean fill() {
    if (failure != null) {
      throw failure;
    }
    next = 0;
    count = 0;
    try {
      while (count < BATCH && scanner.checkToken()) {
        tokens[count++] = scanner.getToken();
      }
    } catch (RuntimeException e) {
      failure = e;
      if (count == 0) {
        throw e;
      }
    }
    return count > 0;
  }
}
