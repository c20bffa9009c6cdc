package dev.ocelot.yaml;

import dev.ocelot.yaml.CanonicalValue.Scalar;
import dev.ocelot.yaml.CanonicalValue.ScalarType;
import java.util.Locale;

/** Writes scalars as PyYAML 6 does: plain, else in single quotes, else in double ones; folded. */
final class CanonicalScalarWriter {
  private final CanonicalOutput out;

  CanonicalScalarWriter(CanonicalOutput out) {
    this.out = out;
  }

  /**
   * Writes a scalar.
   *
   * @param scalar the scalar
   * @param indent the column of further lines
   * @param key whether it must stay on one line
   */
  void write(Scalar scalar, int indent, boolean key) {
    String text = scalar.text();
    boolean typed = scalar.type() != ScalarType.STRING;
    if (text.isEmpty()) {
      out.indicator("''");
      return;
    }
    int[] points = text.codePoints().toArray();
    ScalarAnalysis analysis = ScalarAnalysis.of(points);
    if (typed || (analysis.plain() && CanonicalTypes.of(text) == ScalarType.STRING)) {
      plain(points, indent, key);
    } else if (analysis.single()) {
      single(points, indent, key);
    } else {
      dual(points, indent, key);
    }
  }

  private void plain(int[] text, int indent, boolean key) {
    if (!out.afterWhitespace()) {
      out.raw(" ");
    }
    out.inText();
    int at = 0;
    while (at < text.length) {
      int end = runEnd(text, at);
      if (mayFold(text, at, end, key)) {
        out.indent(indent);
        out.inText();
      } else {
        out.raw(new String(text, at, end - at));
      }
      at = end;
    }
  }

  private void single(int[] text, int indent, boolean key) {
    out.indicator("'");
    int at = 0;
    while (at < text.length) {
      int end = runEnd(text, at);
      if (text[at] == '\n') {
        // One break reads as a space, so that each break takes one more.
        for (int i = at; i <= end; i++) {
          out.lineBreak();
        }
        out.indent(indent);
      } else if (mayFold(text, at, end, key) && at > 0 && end < text.length) {
        out.indent(indent);
      } else {
        out.raw(new String(text, at, end - at).replace("'", "''"));
      }
      at = end;
    }
    out.attached("'");
  }

  /** The end of a run of spaces, of breaks, or of anything else. */
  private static int runEnd(int[] text, int start) {
    int kind = kind(text[start]);
    int end = start + 1;
    while (end < text.length && kind(text[end]) == kind) {
      end++;
    }
    return end;
  }

  private static int kind(int c) {
    return c == ' ' || c == '\n' ? c : 'x';
  }

  /** One space behind the width can become a line end. */
  private boolean mayFold(int[] text, int start, int end, boolean key) {
    return !key && text[start] == ' ' && end == start + 1 && out.column() > CanonicalOutput.WIDTH;
  }

  private void dual(int[] text, int indent, boolean key) {
    out.indicator("\"");
    StringBuilder pending = new StringBuilder();
    for (int i = 0; i < text.length; i++) {
      int c = text[i];
      boolean escaped = c < 0x20 || c > 0x7E || c == '"' || c == '\\';
      if (escaped) {
        out.raw(pending.toString());
        pending.setLength(0);
        out.raw(escape(c));
      }
      boolean inside = i > 0 && i < text.length - 1;
      // PyYAML measures up to the character, and an escaped one is out already.
      int column = out.column() + (escaped ? -1 : pending.length());
      boolean wide = column > CanonicalOutput.WIDTH;
      boolean foldable = c == ' ' || escaped || pending.isEmpty();
      if (!key && inside && foldable && wide) {
        out.raw(pending + "\\");
        pending.setLength(0);
        out.indent(indent);
        out.inText();
        int next = escaped ? text[i + 1] : c;
        if (next == ' ') {
          out.raw("\\");
        }
      }
      if (!escaped) {
        pending.append((char) c);
      }
    }
    out.raw(pending.toString());
    out.attached("\"");
  }

  private static String escape(int c) {
    return switch (c) {
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case 0x08 -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case 0x0C -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xA0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> numeric(c);
    };
  }

  private static String numeric(int c) {
    String form = c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X";
    return String.format(Locale.ROOT, form, c);
  }
}
