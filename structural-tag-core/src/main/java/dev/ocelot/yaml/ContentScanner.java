package dev.ocelot.yaml;

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
  private final ScannerImpl scanner;
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
    Token token = scanner.getToken();
    if (token.getTokenId() != Token.ID.BlockEnd) {
      start = token.getStartMark().getIndex();
      end = token.getEndMark().getIndex();
    }
    return token;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return scanner.checkToken(choices);
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return scanner.checkToken(choice);
  }

  @Override
  public Token peekToken() {
    return scanner.peekToken();
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }
}
