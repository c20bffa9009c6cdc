package dev.ocelot.packaging.binary;

import dev.ocelot.packaging.archive.Content;
import dev.ocelot.packaging.platform.ElfTarget.FloatAbi;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * What an ELF file says of itself.
 *
 * @param bits its class: 32 or 64
 * @param byteOrder its data encoding
 * @param osAbi the system it is for: 0 for any of System V's kind, 3 for GNU and Linux
 * @param type 1 relocatable, 2 executable, 3 shared object or position-independent executable, 4
 *     core
 * @param machine {@code e_machine}
 * @param flags {@code e_flags}
 * @param floatAbi on 32-bit ARM how floating point arguments are passed, by the flags or else by
 *     the build attributes; elsewhere {@code ANY}
 * @param interpreter the dynamic loader that it asks for; empty for none
 */
public record ElfHeader(
    int bits,
    ByteOrder byteOrder,
    int osAbi,
    int type,
    int machine,
    int flags,
    FloatAbi floatAbi,
    String interpreter) {

  /**
   * Reads a file's header. Hostile files are safe: nothing is read beyond the end, and how much is
   * read does not depend on what the file says.
   *
   * @param name what to call the file in problems
   * @param content the file
   * @return the header, or nothing when the file is not ELF
   * @throws ProblemException {@code native-file-damaged} when the file is cut off or contradicts
   *     itself; {@code file-access} when it cannot be read
   */
  public static Optional<ElfHeader> read(String name, Content content) {
    try (SeekableByteChannel channel = content.open()) {
      ByteWindow file = ByteWindow.of(channel);
      return ElfFile.isElf(file) ? Optional.of(ElfFile.read(file)) : Optional.empty();
    } catch (MalformedBinaryException e) {
      throw new ProblemException(NativeFiles.damaged(name, e), e);
    } catch (IOException e) {
      throw new ProblemException(unreadable(name, e), e);
    }
  }

  static Problem unreadable(String name, IOException cause) {
    return Problem.error(ProblemId.FILE_ACCESS, name + " cannot be read: " + cause.getMessage())
        .at(Location.of(name));
  }

  /**
   * The header in words.
   *
   * @return such as {@code 64-bit little-endian AArch64 shared object}
   */
  public String describe() {
    StringBuilder words = new StringBuilder(describe(bits, byteOrder, machine));
    if (machine == ElfMachine.ARM.number()) {
      words.append(" (EABI ").append(flags >>> 24);
      words.append(floatAbi == FloatAbi.HARD ? ", hard float" : "");
      words.append(floatAbi == FloatAbi.SOFT ? ", soft float" : "").append(')');
    } else if (flags != 0) {
      words.append(" (flags 0x").append(Integer.toHexString(flags)).append(')');
    }
    words.append(
        switch (type) {
          case 1 -> " relocatable file";
          case 2 -> " executable";
          case 3 -> interpreter.isEmpty() ? " shared object" : " executable";
          case 4 -> " core dump";
          default -> " file";
        });
    return osAbi == 0 || osAbi == 3 ? words.toString() : words + " for system " + osAbi;
  }

  static String describe(int bits, ByteOrder order, int machine) {
    String endian = order == ByteOrder.BIG_ENDIAN ? "big" : "little";
    return bits + "-bit " + endian + "-endian " + ElfMachine.name(machine);
  }
}
