package dev.ocelot.packaging.platform;

import java.nio.ByteOrder;
import java.util.List;

/**
 * What the header of an ELF file must say to run on a platform.
 *
 * @param bits the class: 32 or 64
 * @param byteOrder the data encoding
 * @param machine {@code e_machine}
 * @param flags what {@code e_flags} must hold; empty where anything goes
 * @param floatAbi how floating point arguments are passed
 */
public record ElfTarget(
    int bits, ByteOrder byteOrder, int machine, List<FlagRule> flags, FloatAbi floatAbi) {

  /** Keeps an own copy of the rules. */
  public ElfTarget {
    flags = List.copyOf(flags);
  }

  /**
   * Some bits of {@code e_flags} and the values that they may have.
   *
   * @param name what the allowed values say, such as {@code EABI 5}
   * @param mask the bits
   * @param allowed the values of {@code e_flags & mask} that fit
   */
  public record FlagRule(String name, int mask, List<Integer> allowed) {
    /** Keeps an own copy of the values. */
    public FlagRule {
      allowed = List.copyOf(allowed);
    }
  }

  /** How floating point arguments are passed on a platform that knows two ways. */
  public enum FloatAbi {
    /** The machine knows one way only, or the file does not care. */
    ANY,
    /** In integer registers. */
    SOFT,
    /** In floating point registers. */
    HARD
  }
}
