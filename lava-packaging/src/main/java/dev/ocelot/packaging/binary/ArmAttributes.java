package dev.ocelot.packaging.binary;

import dev.ocelot.packaging.platform.ElfTarget.FloatAbi;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The build attributes of a 32-bit ARM file, as the "Addenda to, and Errata in, the ABI for the Arm
 * Architecture" lay them out.
 */
final class ArmAttributes {
  private static final int FORMAT = 'A';
  private static final int WHOLE_FILE = 1;
  private static final int CPU_RAW_NAME = 4;
  private static final int CPU_NAME = 5;
  private static final int FP_NUMBER_MODEL = 23;
  private static final int VFP_ARGS = 28;
  private static final int COMPATIBILITY = 32;
  private static final long VFP_ARGS_IN_VFP_REGISTERS = 1;

  private final Map<Long, Long> numbers;

  private ArmAttributes(Map<Long, Long> numbers) {
    this.numbers = numbers;
  }

  /**
   * Reads the section.
   *
   * @param section its bytes, in the file's byte order
   * @return those attributes of the whole file whose values are numbers
   * @throws MalformedBinaryException when they cannot be read
   */
  static ArmAttributes read(ByteBuffer section) throws MalformedBinaryException {
    Map<Long, Long> numbers = new HashMap<>();
    try {
      if (section.hasRemaining() && section.get() == FORMAT) {
        while (section.hasRemaining()) {
          vendor(part(section, 4, section.getInt(section.position())), numbers);
        }
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new MalformedBinaryException("has build attributes that are cut off");
    }
    return new ArmAttributes(numbers);
  }

  /**
   * How floating point arguments are passed. A file that does not compute with floating point
   * numbers fits both ways, as the GNU linker has it.
   *
   * @return what the attributes say
   */
  FloatAbi floatAbi() {
    long args = numbers.getOrDefault((long) VFP_ARGS, 0L);
    if (args == VFP_ARGS_IN_VFP_REGISTERS) {
      return FloatAbi.HARD;
    }
    boolean computes = numbers.getOrDefault((long) FP_NUMBER_MODEL, 0L) != 0;
    return args == 0 && computes ? FloatAbi.SOFT : FloatAbi.ANY;
  }

  private static void vendor(ByteBuffer part, Map<Long, Long> numbers)
      throws MalformedBinaryException {
    if (!text(part).equals("aeabi")) {
      return;
    }
    while (part.hasRemaining()) {
      int tag = part.get(part.position());
      ByteBuffer attributes = part(part, 5, part.getInt(part.position() + 1));
      while (tag == WHOLE_FILE && attributes.hasRemaining()) {
        attribute(attributes, numbers);
      }
    }
  }

  private static void attribute(ByteBuffer attributes, Map<Long, Long> numbers)
      throws MalformedBinaryException {
    long tag = uleb128(attributes);
    boolean isText =
        tag == CPU_RAW_NAME || tag == CPU_NAME || (tag > COMPATIBILITY && tag % 2 == 1);
    if (isText) {
      text(attributes);
    } else {
      numbers.put(tag, uleb128(attributes));
      if (tag == COMPATIBILITY) {
        text(attributes);
      }
    }
  }

  /** A part whose length, header included, stands in it; moves behind it. */
  private static ByteBuffer part(ByteBuffer bytes, int headerLength, int length)
      throws MalformedBinaryException {
    if (length < headerLength || length > bytes.remaining()) {
      throw new MalformedBinaryException("has build attributes that are cut off");
    }
    int start = bytes.position();
    bytes.position(start + length);
    return bytes.slice(start + headerLength, length - headerLength).order(bytes.order());
  }

  private static String text(ByteBuffer bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b = bytes.get(); b != 0; b = bytes.get()) {
      text.append((char) (b & 0xFF));
    }
    return text.toString();
  }

  private static long uleb128(ByteBuffer bytes) throws MalformedBinaryException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte b = bytes.get();
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new MalformedBinaryException("has build attributes that are out of range");
  }
}
