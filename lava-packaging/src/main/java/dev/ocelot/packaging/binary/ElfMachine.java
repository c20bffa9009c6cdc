package dev.ocelot.packaging.binary;

import java.util.Arrays;
import java.util.Optional;

/**
 * Machines that ELF files name, as far as they are met; the numbers are those of the ELF register.
 */
enum ElfMachine {
  I386(3, "Intel 80386"),
  MIPS(8, "MIPS"),
  PPC(20, "PowerPC"),
  PPC64(21, "PowerPC64"),
  S390(22, "S/390"),
  ARM(40, "ARM"),
  SPARCV9(43, "SPARC V9"),
  IA64(50, "IA-64"),
  X86_64(62, "x86-64"),
  AARCH64(183, "AArch64"),
  CUDA(190, "NVIDIA CUDA"),
  AMDGPU(224, "AMD GPU"),
  RISCV(243, "RISC-V"),
  BPF(247, "Linux BPF"),
  LOONGARCH(258, "LoongArch");

  private final int number;
  private final String text;

  ElfMachine(int number, String text) {
    this.number = number;
    this.text = text;
  }

  static Optional<ElfMachine> of(int number) {
    return Arrays.stream(values()).filter(machine -> machine.number == number).findFirst();
  }

  /**
   * How a machine is called.
   *
   * @param number {@code e_machine}
   * @return its name, or its number
   */
  static String name(int number) {
    return of(number).map(machine -> machine.text).orElse("machine " + number);
  }

  /**
   * Whether its code runs on a device or in the kernel's own machine, beside any processor.
   *
   * @return true where it fits every platform
   */
  boolean fitsEverywhere() {
    return this == CUDA || this == AMDGPU || this == BPF;
  }

  int number() {
    return number;
  }
}
