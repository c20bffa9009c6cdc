package dev.ocelot.shell;

import java.util.List;

/**
 * A here-document. Its text is known once the lines behind its command are read.
 *
 * <p>Where the delimiter has no quotes, the shell expands the text: then it has parts, as if it
 * stood in double quotes.
 */
public final class HereDoc {
  private final String delimiter;
  private final boolean quoted;
  private final boolean stripsTabs;
  private String text = "";
  private List<WordPart> parts = List.of();

  HereDoc(String delimiter, boolean quoted, boolean stripsTabs) {
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.stripsTabs = stripsTabs;
  }

  /**
   * The lines up to the delimiter.
   *
   * @return as written, each with its line end
   */
  public String text() {
    return text;
  }

  /**
   * The pieces that the shell expands.
   *
   * @return empty when the delimiter is quoted
   */
  public List<WordPart> parts() {
    return parts;
  }

  boolean quoted() {
    return quoted;
  }

  /** Whether a line, without its line end, ends the text. */
  boolean endsAt(String line) {
    return (stripsTabs ? line.replaceFirst("^\t+", "") : line).equals(delimiter);
  }

  void fill(String lines) {
    this.text = lines;
  }

  void fill(List<WordPart> expanded) {
    this.parts = List.copyOf(expanded);
  }
}
