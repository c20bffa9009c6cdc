package dev.ocelot.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Makes the smallest ELF files that say what they are for: a header and, if asked, an interpreter.
 */
public final class ElfBytes {
  private int bits = 64;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int machine = 62;
  private int flags;
  private int type = 2;
  private int system;
  private String interpreter = "";
  private byte[] armAttributes = {};

  /**
   * For a platform by Docker's name.
   *
   * @param platform {@code linux/amd64}, {@code linux/arm64}, {@code linux/arm/v7}, {@code
   *     linux/386} or {@code linux/s390x}
   * @return an executable for it
   */
  public static ElfBytes of(String platform) {
    ElfBytes elf = new ElfBytes();
    return switch (platform) {
      case "linux/amd64" -> elf.machine(62);
      case "linux/arm64" -> elf.machine(183);
      case "linux/arm/v7" -> elf.bits(32).machine(40).flags(0x05000400);
      case "linux/386" -> elf.bits(32).machine(3);
      case "linux/ppc64le" -> elf.machine(21).flags(2);
      case "linux/s390x" -> elf.bigEndian().machine(22);
      case "linux/riscv64" -> elf.machine(243).flags(5);
      default -> throw new IllegalArgumentException(platform);
    };
  }

  /**
   * Sets the class.
   *
   * @param value 32 or 64
   * @return this
   */
  public ElfBytes bits(int value) {
    bits = value;
    return this;
  }

  /**
   * Sets the data encoding to most significant byte first.
   *
   * @return this
   */
  public ElfBytes bigEndian() {
    order = ByteOrder.BIG_ENDIAN;
    return this;
  }

  /**
   * Sets the machine.
   *
   * @param value {@code e_machine}
   * @return this
   */
  public ElfBytes machine(int value) {
    machine = value;
    return this;
  }

  /**
   * Sets the flags.
   *
   * @param value {@code e_flags}
   * @return this
   */
  public ElfBytes flags(int value) {
    flags = value;
    return this;
  }

  /**
   * Sets the type.
   *
   * @param value {@code e_type}: 1 relocatable, 2 executable, 3 shared object
   * @return this
   */
  public ElfBytes type(int value) {
    type = value;
    return this;
  }

  /**
   * Sets the system.
   *
   * @param value the byte EI_OSABI
   * @return this
   */
  public ElfBytes system(int value) {
    system = value;
    return this;
  }

  /**
   * Sets the interpreter.
   *
   * @param value the path of a dynamic loader
   * @return this
   */
  public ElfBytes interpreter(String value) {
    interpreter = value;
    return this;
  }

  /**
   * Sets the build attributes of a 32-bit ARM file.
   *
   * @param value the bytes of the section
   * @return this
   */
  public ElfBytes armAttributes(byte[] value) {
    armAttributes = value.clone();
    return this;
  }

  /**
   * The file.
   *
   * @return its bytes
   */
  public byte[] toBytes() {
    boolean wide = bits == 64;
    int headerSize = wide ? 64 : 52;
    int programSize = interpreter.isEmpty() ? 0 : wide ? 56 : 32;
    int sectionSize = armAttributes.length == 0 ? 0 : wide ? 64 : 40;
    byte[] path = (interpreter + "\0").getBytes(StandardCharsets.UTF_8);
    int pathLength = interpreter.isEmpty() ? 0 : path.length;
    int attributesAt = headerSize + programSize + pathLength;
    int sectionsAt = attributesAt + armAttributes.length;
    ByteBuffer file = ByteBuffer.allocate(sectionsAt + sectionSize).order(order);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1)});
    file.put((byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1)).put((byte) 1).put((byte) system);
    file.position(16).putShort((short) type).putShort((short) machine).putInt(1);
    word(file, 0);
    word(file, programSize == 0 ? 0 : headerSize);
    word(file, sectionSize == 0 ? 0 : sectionsAt);
    file.putInt(flags).putShort((short) headerSize);
    file.putShort((short) (wide ? 56 : 32)).putShort((short) (programSize == 0 ? 0 : 1));
    file.putShort((short) (wide ? 64 : 40)).putShort((short) (sectionSize == 0 ? 0 : 1));
    if (programSize > 0) {
      file.position(headerSize).putInt(3);
      file.position(headerSize + (wide ? 8 : 4));
      word(file, headerSize + programSize);
      file.position(headerSize + (wide ? 32 : 16));
      word(file, path.length);
      file.position(headerSize + programSize).put(path);
    }
    if (sectionSize > 0) {
      file.position(attributesAt).put(armAttributes);
      file.position(sectionsAt + 4).putInt(0x70000003);
      file.position(sectionsAt + (wide ? 24 : 16));
      word(file, attributesAt);
      word(file, armAttributes.length);
    }
    return file.array();
  }

  private void word(ByteBuffer file, long value) {
    if (bits == 64) {
      file.putLong(value);
    } else {
      file.putInt((int) value);
    }
  }
}
