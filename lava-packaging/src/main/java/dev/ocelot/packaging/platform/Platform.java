package dev.ocelot.packaging.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of machine that things are built for.
 *
 * <p>Known by Docker's name. Made from a row of {@code dev/ocelot/config/platforms.yaml} only, see
 * {@link Platforms}.
 *
 * @param name Docker's name, such as {@code linux/arm/v7}
 * @param shortName the word in names of artifacts, such as {@code armhf}
 * @param triple the GNU triple that cross compilers are named after, such as {@code
 *     arm-linux-gnueabihf}
 * @param elf what its native files say of themselves
 * @param words what others call it; the first word of each list is the one to write
 * @param runs names of the other platforms whose programs it runs without an emulator
 */
public record Platform(
    String name,
    String shortName,
    String triple,
    ElfTarget elf,
    Map<Vocabulary, List<String>> words,
    Set<String> runs) {

  /** Keeps own copies. */
  public Platform {
    words = Map.copyOf(words);
    runs = Set.copyOf(runs);
  }

  /**
   * The operating system in Docker's words.
   *
   * @return such as {@code linux}
   */
  public String os() {
    return part(0);
  }

  /**
   * The architecture in Docker's words.
   *
   * @return such as {@code arm}
   */
  public String architecture() {
    return part(1);
  }

  /**
   * The variant of the architecture in Docker's words.
   *
   * @return such as {@code v7}; empty where Docker's name has none
   */
  public String variant() {
    return part(2);
  }

  private String part(int index) {
    String[] parts = name.split("/", -1);
    return index < parts.length ? parts[index] : "";
  }

  /**
   * What somebody else calls it.
   *
   * @param vocabulary who
   * @return the word, or nothing where they have none (AWS Lambda does not know 32-bit ARM)
   */
  public Optional<String> word(Vocabulary vocabulary) {
    return words.getOrDefault(vocabulary, List.of()).stream().findFirst();
  }

  /**
   * Whether its programs run on a machine without an emulator.
   *
   * @param machine the machine, for containers the one of the engine
   * @return false when an emulator is needed
   */
  public boolean runsOn(Platform machine) {
    return machine.name.equals(name) || machine.runs.contains(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
