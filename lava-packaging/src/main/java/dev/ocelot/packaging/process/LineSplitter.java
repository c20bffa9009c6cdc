package dev.ocelot.packaging.process;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines of text: at LF, CR LF, and a lone CR, by which programs redraw a line.
 *
 * <p>Bytes that are not UTF-8 become replacement characters. A line beyond {@value #LONGEST} bytes
 * is handed out in pieces, never cut inside a character or a secret.
 */
final class LineSplitter {
  private static final int LONGEST = 1 << 16;
  private static final int UTF8_LONGEST = 4;

  private final Secrets secrets;
  private final Consumer<String> lines;
  private final int most;
  private byte[] held = new byte[1 << 10];
  private int length;
  private boolean afterReturn;

  LineSplitter(Secrets secrets, Consumer<String> lines) {
    this.secrets = secrets;
    this.lines = lines;
    this.most = LONGEST + UTF8_LONGEST * secrets.longest();
  }

  void accept(byte[] bytes, int count) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        append(bytes, start, i);
        if (b == '\r' || !afterReturn || length > 0) {
          lines.accept(secrets.mask(text(length)));
        }
        length = 0;
        start = i + 1;
      }
      afterReturn = b == '\r';
    }
    append(bytes, start, count);
  }

  /** Hands out what is left without a line end. */
  void finish() {
    if (length > 0) {
      lines.accept(secrets.mask(text(length)));
      length = 0;
    }
  }

  private void append(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to) {
      int count = Math.min(to - start, most - length);
      if (length + count > held.length) {
        held = Arrays.copyOf(held, Math.min(most, Math.max(held.length * 2, length + count)));
      }
      System.arraycopy(bytes, start, held, length, count);
      length += count;
      start += count;
      if (length == most) {
        handOutPiece();
      }
    }
  }

  private void handOutPiece() {
    int whole = length - incompleteAtEnd();
    byte[] rest = Arrays.copyOfRange(held, whole, length);
    String text = text(whole);
    int cut = secrets.cutBefore(text, text.length() - Math.max(0, secrets.longest() - 1));
    if (cut < text.length() && Character.isLowSurrogate(text.charAt(cut))) {
      cut--;
    }
    lines.accept(secrets.mask(text.substring(0, cut)));
    byte[] kept = text.substring(cut).getBytes(StandardCharsets.UTF_8);
    length = 0;
    keep(kept);
    keep(rest);
  }

  private void keep(byte[] bytes) {
    if (length + bytes.length > held.length) {
      held = Arrays.copyOf(held, length + bytes.length);
    }
    System.arraycopy(bytes, 0, held, length, bytes.length);
    length += bytes.length;
  }

  /** How many bytes at the end begin a character that is not complete. */
  private int incompleteAtEnd() {
    for (int back = 1; back < UTF8_LONGEST && back <= length; back++) {
      int b = held[length - back] & 0xff;
      if ((b & 0xc0) != 0x80) {
        int needs = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 1;
        return needs > back ? back : 0;
      }
    }
    return 0;
  }

  private String text(int count) {
    return new String(held, 0, count, StandardCharsets.UTF_8);
  }
}
