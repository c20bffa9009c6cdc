package dev.ocelot.packaging.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The extra fields of one header of a zip file. */
final class ZipExtra {
  private final Map<Integer, ByteBuffer> fields;

  private ZipExtra(Map<Integer, ByteBuffer> fields) {
    this.fields = fields;
  }

  /**
   * Reads the fields and moves behind them.
   *
   * @param name the entry
   * @param bytes a header, at its extra fields
   * @param length how many bytes they have
   * @return the fields
   * @throws UnsafeArchiveException when a field is longer than what is left, or is there twice
   */
  static ZipExtra read(String name, ByteBuffer bytes, int length) throws UnsafeArchiveException {
    Map<Integer, ByteBuffer> fields = new HashMap<>();
    int at = bytes.position();
    int end = at + length;
    // Some writers leave up to three bytes that are no field.
    while (end - at >= 4) {
      int id = ZipBytes.u16(bytes, at);
      int size = ZipBytes.u16(bytes, at + 2);
      if (size > end - at - 4) {
        throw UnsafeArchiveException.damaged(name, "has an extra field that is cut off");
      }
      ByteBuffer field = bytes.slice(at + 4, size).order(ByteOrder.LITTLE_ENDIAN);
      if (fields.put(id, field) != null && id == ZipRecord.ZIP64_EXTRA) {
        throw UnsafeArchiveException.damaged(name, "has two sizes");
      }
      at += 4 + size;
    }
    bytes.position(end);
    return new ZipExtra(fields);
  }

  /**
   * One field.
   *
   * @param id which
   * @return its bytes from position 0, little-endian; none when there is no such field
   */
  ByteBuffer field(int id) {
    return fields
        .getOrDefault(id, ByteBuffer.allocate(0))
        .duplicate()
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
