package dev.ocelot.yaml;

import java.io.Reader;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * Hands the scanner a text that is there as a whole. The library's own reader moves a window, and
 * copies it again and again for one long word, comment or run of spaces, which takes time by the
 * square of its length.
 */
final class CodePointReader extends StreamReader {
  private static final int[] NO_SNIPPET = {};
  private static final int END = '\0';

  private final int[] text;
  private int index;
  private int line;
  private int column;
  private int documentStart;

  /**
   * Reads a text.
   *
   * @param text code points that were found fit for YAML
   */
  CodePointReader(int[] text) {
    super(Reader.nullReader());
    this.text = text;
  }

  @Override
  public Mark getMark() {
    // Without the text, which every mark would otherwise keep alive.
    return new Mark("", index, line, column, NO_SNIPPET, 0);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    int end = Math.min(index + length, text.length);
    while (index < end) {
      int c = text[index++];
      boolean alone = c == '\r' && index < text.length && text[index] != '\n';
      if (alone || Constant.LINEBR.has(c)) {
        line++;
        column = 0;
      } else {
        column++;
      }
    }
  }

  @Override
  public int peek() {
    return index < text.length ? text[index] : END;
  }

  @Override
  public int peek(int ahead) {
    int at = index + ahead;
    return at < text.length ? text[at] : END;
  }

  @Override
  public String prefix(int length) {
    return new String(text, index, Math.min(length, text.length - index));
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    int taken = Math.min(length, text.length - index);
    index += taken;
    column += taken;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return index - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = index;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }
}
