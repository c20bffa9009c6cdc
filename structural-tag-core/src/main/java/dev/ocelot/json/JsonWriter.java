package dev.ocelot.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes one JSON document (RFC 8259), indented by two spaces, with a final newline after its end.
 *
 * <p>Besides what JSON demands, it escapes what is legal but troublesome: U+007F to U+009F, U+2028,
 * U+2029, U+FEFF, U+FFFE, U+FFFF and surrogates that stand alone, so that the text can always be
 * encoded as UTF-8, pasted into JavaScript and read as YAML. Calls in an impossible order are
 * defects and throw {@link IllegalStateException}.
 */
public final class JsonWriter {
  private enum Place {
    EMPTY_OBJECT,
    OBJECT,
    AFTER_NAME,
    EMPTY_ARRAY,
    ARRAY
  }

  private static final String HEX = "0123456789abcdef";

  private final Appendable out;
  private final Deque<Place> places = new ArrayDeque<>();
  private boolean started;

  /**
   * Writes to a text.
   *
   * @param out gets the document; neither flushed nor closed; what it throws comes out as {@link
   *     UncheckedIOException}
   */
  public JsonWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Opens an object.
   *
   * @return this
   */
  public JsonWriter object() {
    beforeValue();
    append("{");
    places.push(Place.EMPTY_OBJECT);
    return this;
  }

  /**
   * Opens an array.
   *
   * @return this
   */
  public JsonWriter array() {
    beforeValue();
    append("[");
    places.push(Place.EMPTY_ARRAY);
    return this;
  }

  /**
   * Closes the object or array that was opened last.
   *
   * @return this
   */
  public JsonWriter end() {
    Place place = places.isEmpty() ? Place.AFTER_NAME : places.pop();
    if (place == Place.AFTER_NAME) {
      throw new IllegalStateException("nothing to end here");
    }
    if (place == Place.OBJECT || place == Place.ARRAY) {
      newLine();
    }
    append(place == Place.OBJECT || place == Place.EMPTY_OBJECT ? "}" : "]");
    afterValue();
    return this;
  }

  /**
   * Writes the name of the next value of an object.
   *
   * @param name the name; that it is new in the object is up to the caller
   * @return this
   */
  public JsonWriter name(String name) {
    Place place = places.peek();
    if (place != Place.EMPTY_OBJECT && place != Place.OBJECT) {
      throw new IllegalStateException("no name can stand here: " + name);
    }
    append(place == Place.OBJECT ? "," : "");
    newLine();
    string(name);
    append(": ");
    places.pop();
    places.push(Place.AFTER_NAME);
    return this;
  }

  /**
   * Writes a text.
   *
   * @param value the text
   * @return this
   */
  public JsonWriter value(String value) {
    beforeValue();
    string(value);
    afterValue();
    return this;
  }

  /**
   * Writes a whole number.
   *
   * @param value the number
   * @return this
   */
  public JsonWriter value(long value) {
    return literal(Long.toString(value));
  }

  /**
   * Writes a number of any size and precision.
   *
   * @param value the number
   * @return this
   */
  public JsonWriter value(BigDecimal value) {
    return literal(value.toString());
  }

  /**
   * Writes a truth value.
   *
   * @param value the truth value
   * @return this
   */
  public JsonWriter value(boolean value) {
    return literal(value ? "true" : "false");
  }

  /**
   * Writes {@code null}.
   *
   * @return this
   */
  public JsonWriter nullValue() {
    return literal("null");
  }

  private JsonWriter literal(String text) {
    beforeValue();
    append(text);
    afterValue();
    return this;
  }

  private void beforeValue() {
    Place place = places.peek();
    if (place == null) {
      if (started) {
        throw new IllegalStateException("the document has ended");
      }
      started = true;
      return;
    }
    switch (place) {
      case AFTER_NAME -> {
        places.pop();
        places.push(Place.OBJECT);
      }
      case EMPTY_ARRAY -> {
        newLine();
        places.pop();
        places.push(Place.ARRAY);
      }
      case ARRAY -> {
        append(",");
        newLine();
      }
      case EMPTY_OBJECT, OBJECT -> throw new IllegalStateException("a value without a name");
    }
  }

  private void afterValue() {
    if (places.isEmpty()) {
      append("\n");
    }
  }

  private void newLine() {
    append("\n");
    for (int i = 0; i < places.size(); i++) {
      append("  ");
    }
  }

  private void string(String text) {
    append("\"");
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c) || !isTroublesome(text, i)) {
        continue;
      }
      append(text, from, i);
      from = i + 1;
      switch (c) {
        case '"' -> append("\\\"");
        case '\\' -> append("\\\\");
        case '\n' -> append("\\n");
        case '\r' -> append("\\r");
        case '\t' -> append("\\t");
        default -> escape(c);
      }
    }
    append(from == 0 ? text : text.substring(from));
    append("\"");
  }

  /** Nearly every character of nearly every document. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
  }

  private static boolean isTroublesome(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    boolean control = c < ' ' || (c >= 0x7F && c <= 0x9F);
    boolean invisible = c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE;
    return control || invisible || c == '"' || c == '\\';
  }

  private void escape(char c) {
    append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      int digit = (c >> shift) & 0xF;
      append(HEX, digit, digit + 1);
    }
  }

  private void append(String text, int from, int to) {
    append(text.substring(from, to));
  }

  /**
   * A whole text, which is copied at once; a part of one would be copied character by character.
   */
  private void append(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
