package dev.ocelot.packaging.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The records of an extended tar header, as POSIX.1-2001 (pax) has them. */
final class PaxRecords {
  /** Nobody needs as much; each header is held in memory. */
  static final int MOST_BYTES = 1 << 20;

  private final Map<String, byte[]> values;

  private PaxRecords(Map<String, byte[]> values) {
    this.values = values;
  }

  /**
   * No records.
   *
   * @return an empty set
   */
  static PaxRecords none() {
    return new PaxRecords(Map.of());
  }

  /**
   * Reads records.
   *
   * @param data the extended header's content
   * @return the records
   * @throws UnsafeArchiveException when they are damaged, or say something that cannot be unpacked
   */
  static PaxRecords read(byte[] data) throws UnsafeArchiveException {
    Map<String, byte[]> values = new HashMap<>();
    int from = 0;
    while (from < data.length) {
      int space = indexOf(data, ' ', from);
      int length = number(data, from, space);
      int end = from + length;
      if (space < 0 || length <= space - from + 1 || end > data.length || data[end - 1] != '\n') {
        throw damaged();
      }
      int equals = indexOf(data, '=', space);
      if (equals < 0 || equals >= end) {
        throw damaged();
      }
      String key = new String(data, space + 1, equals - space - 1, StandardCharsets.UTF_8);
      checkKey(key);
      byte[] value = Arrays.copyOfRange(data, equals + 1, end - 1);
      if (values.put(key, value) != null) {
        throw UnsafeArchiveException.damaged("has an extended header that says " + key + " twice");
      }
      from = end;
    }
    return new PaxRecords(values);
  }

  Optional<String> text(String key) throws UnsafeArchiveException {
    byte[] value = values.get(key);
    return value == null || value.length == 0
        ? Optional.empty()
        : Optional.of(TarBlock.utf8(value));
  }

  long size(long otherwise) throws UnsafeArchiveException {
    Optional<String> text = text("size");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[0-9]{1,18}")) {
      throw damaged();
    }
    return Long.parseLong(text.get());
  }

  /**
   * Whether the records say what an entry is called, where it points or how long it is.
   *
   * @return true where they may only stand before that entry
   */
  boolean describesOneEntry() {
    return values.containsKey("path")
        || values.containsKey("linkpath")
        || values.containsKey("size");
  }

  private static void checkKey(String key) throws UnsafeArchiveException {
    if (key.startsWith("GNU.sparse.")) {
      throw UnsafeArchiveException.damaged("holds a sparse file, which is not supported");
    }
    if (key.equals("SCHILY.xattr.security.capability")) {
      throw UnsafeArchiveException.damaged(
          "gives a file capabilities of the superuser, which do not come out");
    }
  }

  private static int number(byte[] data, int from, int to) {
    if (to < 0 || to == from || to - from > 7) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      if (data[i] < '0' || data[i] > '9') {
        return -1;
      }
      value = value * 10 + data[i] - '0';
    }
    return value;
  }

  private static int indexOf(byte[] data, char c, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private static UnsafeArchiveException damaged() {
    return UnsafeArchiveException.damaged("has an extended header that cannot be read");
  }
}
