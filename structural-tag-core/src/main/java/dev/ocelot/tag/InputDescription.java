package dev.ocelot.tag;

import dev.ocelot.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Describes one input while its bytes pass by: its digest, and what it is as text.
 *
 * <p>Lines count as code or comment by their first non-blank character. A line with more blanks in
 * front than anyone writes counts as code, so that nothing has to be kept without limit.
 */
final class InputDescription {
  private static final int LONGEST_INDENT = 4096;

  private final MessageDigest sha256 = Digest.SHA256.begin();
  private final MessageDigest normalised = Digest.SHA256.begin();
  private final MessageDigest code = Digest.SHA256.begin();
  private final ByteArrayOutputStream indent = new ByteArrayOutputStream();
  private boolean crlf;
  private boolean pendingReturn;
  private boolean firstLine;
  private LineState line = LineState.INDENT;

  private enum LineState {
    INDENT,
    HASH_ON_FIRST_LINE,
    CODE,
    COMMENT
  }

  void reset() {
    sha256.reset();
    normalised.reset();
    code.reset();
    indent.reset();
    crlf = false;
    pendingReturn = false;
    firstLine = true;
    line = LineState.INDENT;
  }

  void update(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
    int copied = 0; // what of the buffer has gone into the normalised digest
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (pendingReturn && b == '\n') {
        crlf = true;
      } else if (pendingReturn) {
        normalised.update((byte) '\r');
        character((byte) '\r');
      }
      pendingReturn = b == '\r';
      if (pendingReturn) {
        normalised.update(bytes, copied, i - copied);
        copied = i + 1;
      } else {
        character(b);
      }
    }
    normalised.update(bytes, copied, length - copied);
  }

  private void character(byte b) {
    if (b == '\n') {
      endLine();
      return;
    }
    switch (line) {
      case INDENT -> inIndent(b);
      case HASH_ON_FIRST_LINE -> {
        line = b == '!' ? LineState.CODE : LineState.COMMENT;
        if (b == '!') {
          code.update((byte) '#');
          code.update(b);
        }
      }
      case CODE -> code.update(b);
      case COMMENT -> {
        // does not count
      }
    }
  }

  private void inIndent(byte b) {
    boolean blank = b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == 0x0b;
    if (blank && indent.size() < LONGEST_INDENT) {
      indent.write(b);
    } else if (b == '#') {
      line = firstLine && indent.size() == 0 ? LineState.HASH_ON_FIRST_LINE : LineState.COMMENT;
    } else {
      byte[] blanks = indent.toByteArray();
      code.update(blanks, 0, blanks.length);
      code.update(b);
      line = LineState.CODE;
    }
  }

  private void endLine() {
    if (line == LineState.CODE) {
      code.update((byte) '\n');
    }
    indent.reset();
    firstLine = false;
    line = LineState.INDENT;
  }

  InputDigest finish(String path, long size) {
    if (pendingReturn) {
      normalised.update((byte) '\r');
      character((byte) '\r');
    }
    endLine();
    return new InputDigest(
        path, size, hex(sha256), new InputDigest.TextTraits(crlf, hex(normalised), hex(code)));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
