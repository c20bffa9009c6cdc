package dev.ocelot.packaging.store;

import dev.ocelot.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text form of what the store remembers: a line for each thing, its fields parted by tabs, and
 * a last line that seals the lines before it with their digest.
 *
 * <p>A text that was cut short or changed is refused as a whole.
 */
final class KeyText {
  private static final String SEAL = "sealed";

  private final StringBuilder text = new StringBuilder();

  /** Adds a line of fields. */
  KeyText line(String... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "\t").append(escape(fields[i]));
    }
    text.append('\n');
    return this;
  }

  /** Adds the records of a key, a line each. */
  KeyText records(BuildKey key) {
    key.records().forEach(record -> line("record", record.subject(), record.value()));
    return this;
  }

  /** Seals and encodes. */
  byte[] bytes() {
    String body = text.toString();
    return (body + SEAL + "\t" + Digest.SHA256.of(body) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads sealed lines.
   *
   * @return the fields of every line but the seal
   * @throws DamagedException when the text is not what was written
   */
  static List<List<String>> read(byte[] bytes) throws DamagedException {
    String whole = new String(bytes, StandardCharsets.UTF_8);
    int seal = whole.lastIndexOf(SEAL + "\t");
    if (seal < 0
        || !whole
            .substring(seal)
            .equals(SEAL + "\t" + Digest.SHA256.of(whole.substring(0, seal)) + "\n")) {
      throw new DamagedException("its manifest was cut short or changed");
    }
    List<List<String>> lines = new ArrayList<>();
    for (String line : whole.substring(0, seal).split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(fields(line));
      }
    }
    return lines;
  }

  /** The key whose records stand in the lines. */
  static BuildKey key(List<List<String>> lines) throws DamagedException {
    List<KeyRecord> records = new ArrayList<>();
    for (List<String> line : lines) {
      if (line.get(0).equals("record") && line.size() == 3) {
        records.add(new KeyRecord(line.get(1), line.get(2)));
      }
    }
    if (records.isEmpty()) {
      throw new DamagedException("its manifest names no key");
    }
    return BuildKey.of(records);
  }

  private static List<String> fields(String line) {
    List<String> result = new ArrayList<>();
    for (String field : line.split("\t", -1)) {
      result.add(unescape(field));
    }
    return result;
  }

  private static String escape(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String field) {
    StringBuilder result = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (escaped) {
        result.append(
            switch (c) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> c;
            });
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  /** A text or an entry is not what was stored. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String what) {
      super(what);
    }

    /** What is wrong, in words. */
    String what() {
      return String.valueOf(getMessage());
    }
  }
}
