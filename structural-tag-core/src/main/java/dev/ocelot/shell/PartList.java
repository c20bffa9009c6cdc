package dev.ocelot.shell;

import java.util.ArrayList;
import java.util.List;

/** Gathers the pieces of a word; neighbouring literals are joined when they are quoted alike. */
final class PartList {
  private final List<WordPart> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean quoted;
  private boolean open;

  void literal(char c, boolean isQuoted) {
    begin(isQuoted);
    text.append(c);
  }

  void literal(String piece, boolean isQuoted) {
    begin(isQuoted);
    text.append(piece);
  }

  private void begin(boolean isQuoted) {
    if (open && quoted != isQuoted) {
      close();
    }
    open = true;
    quoted = isQuoted;
  }

  void add(WordPart part) {
    close();
    parts.add(part);
  }

  private void close() {
    if (open) {
      parts.add(new WordPart.Literal(text.toString(), quoted));
      text.setLength(0);
      open = false;
    }
  }

  List<WordPart> finish() {
    close();
    return List.copyOf(parts);
  }

  /** Whether all so far is bare text, which an assignment's left side must be. */
  boolean isBareText() {
    return parts.isEmpty() && open && !quoted;
  }

  String bareText() {
    return text.toString();
  }
}
