package dev.ocelot.packaging.platform;

import dev.ocelot.packaging.platform.ElfTarget.FlagRule;
import dev.ocelot.packaging.platform.ElfTarget.FloatAbi;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the rows of the platforms' data file. */
final class PlatformData {
  private static final String RESOURCE = "/dev/ocelot/config/platforms.yaml";

  private enum Order {
    LITTLE,
    BIG
  }

  private final Problems problems;

  private PlatformData(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads the data file on the class path.
   *
   * @return its rows
   */
  static List<Platform> shipped() {
    Problems problems = new Problems();
    List<Platform> platforms = read(bytes(), problems);
    // The file is ours and part of the build: what is wrong in it is a defect.
    problems.throwIfErrors();
    return platforms;
  }

  /**
   * Reads a data file.
   *
   * @param bytes the file
   * @param problems gets what is wrong
   * @return the rows in the file's order
   */
  static List<Platform> read(byte[] bytes, Problems problems) {
    YamlReader file =
        new YamlReader(
            YamlFile.parse(bytes, "platforms.yaml", problems), "platforms.yaml", problems);
    PlatformData data = new PlatformData(problems);
    List<Platform> platforms = new ArrayList<>();
    file.namedMaps("platforms").forEach((name, row) -> platforms.add(data.platform(name, row)));
    file.finish();
    return platforms;
  }

  private Platform platform(String name, YamlMap row) {
    YamlReader reader = new YamlReader(row, "platform " + name, problems);
    Platform platform =
        new Platform(
            name,
            reader.string("short", ""),
            reader.string("triple", ""),
            elf(reader.map("elf").orElse(YamlMap.EMPTY), name),
            words(reader.map("words").orElse(YamlMap.EMPTY), name),
            new LinkedHashSet<>(reader.strings("runs")));
    reader.finish();
    return platform;
  }

  private ElfTarget elf(YamlMap map, String name) {
    YamlReader reader = new YamlReader(map, "elf of platform " + name, problems);
    boolean big = reader.choice("byte-order", Order.class, Order.LITTLE) == Order.BIG;
    ElfTarget target =
        new ElfTarget(
            (int) reader.number("bits", 32, 64, 64),
            big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
            (int) reader.number("machine", 1, 0xFFFF, 0),
            reader.maps("flags").stream().map(this::flagRule).toList(),
            reader.choice("float-abi", FloatAbi.class, FloatAbi.ANY));
    reader.finish();
    return target;
  }

  private FlagRule flagRule(YamlMap map) {
    YamlReader reader = new YamlReader(map, "a rule for flags", problems);
    List<Integer> values = reader.strings("values").stream().map(PlatformData::bits).toList();
    FlagRule rule =
        new FlagRule(reader.string("name", ""), bits(reader.string("mask", "0")), values);
    reader.finish();
    return rule;
  }

  private static int bits(String text) {
    return Long.decode(text).intValue();
  }

  private Map<Vocabulary, List<String>> words(YamlMap map, String name) {
    YamlReader reader = new YamlReader(map, "words of platform " + name, problems);
    Map<Vocabulary, List<String>> words = new EnumMap<>(Vocabulary.class);
    for (Vocabulary vocabulary : Vocabulary.values()) {
      List<String> spellings = reader.strings(vocabulary.key());
      if (!spellings.isEmpty()) {
        words.put(vocabulary, spellings);
      }
    }
    reader.finish();
    return words;
  }

  private static byte[] bytes() {
    try (InputStream in = PlatformData.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
