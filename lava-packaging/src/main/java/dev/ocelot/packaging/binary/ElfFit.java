package dev.ocelot.packaging.binary;

import dev.ocelot.packaging.platform.ElfTarget;
import dev.ocelot.packaging.platform.ElfTarget.FlagRule;
import dev.ocelot.packaging.platform.ElfTarget.FloatAbi;
import java.util.Optional;

/** Judges one header against what a platform asks for. */
final class ElfFit {
  private static final int SYSTEM_V = 0;
  private static final int GNU = 3;
  private static final int ARM_AEABI = 64;
  private static final int ARM_SYSTEM = 97;

  private final ElfTarget target;

  /**
   * Against a target.
   *
   * @param target what is asked for
   */
  ElfFit(ElfTarget target) {
    this.target = target;
  }

  /**
   * What is asked for, in words.
   *
   * @return such as {@code 64-bit little-endian AArch64}
   */
  String expected() {
    StringBuilder words =
        new StringBuilder(ElfHeader.describe(target.bits(), target.byteOrder(), target.machine()));
    for (FlagRule rule : target.flags()) {
      words.append(", ").append(rule.name());
    }
    if (target.floatAbi() != FloatAbi.ANY) {
      words.append(target.floatAbi() == FloatAbi.HARD ? ", hard float" : ", soft float");
    }
    return words.toString();
  }

  /**
   * Judges a header.
   *
   * @param header the header
   * @return what it says of itself when it does not fit, else nothing
   */
  Optional<String> mismatch(ElfHeader header) {
    boolean everywhere =
        ElfMachine.of(header.machine()).filter(ElfMachine::fitsEverywhere).isPresent();
    return everywhere || fits(header) ? Optional.empty() : Optional.of(header.describe());
  }

  private boolean fits(ElfHeader header) {
    return header.bits() == target.bits()
        && header.byteOrder().equals(target.byteOrder())
        && header.machine() == target.machine()
        && fitsSystem(header.osAbi())
        && target.flags().stream()
            .allMatch(rule -> rule.allowed().contains(header.flags() & rule.mask()))
        && (header.floatAbi() == FloatAbi.ANY
            || target.floatAbi() == FloatAbi.ANY
            || header.floatAbi() == target.floatAbi());
  }

  private boolean fitsSystem(int osAbi) {
    return switch (osAbi) {
      case SYSTEM_V, GNU -> true;
      case ARM_AEABI, ARM_SYSTEM -> target.machine() == ElfMachine.ARM.number();
      default -> false;
    };
  }
}
