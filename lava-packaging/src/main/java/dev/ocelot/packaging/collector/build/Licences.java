package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.artifact.bom.Part;
import dev.ocelot.packaging.collector.program.LinkedModule;
import dev.ocelot.packaging.collector.toolchain.ModuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the licences of modules by the texts that they carry, and keeps them with a layer in the
 * store.
 */
final class Licences {
  private static final String FILE = "modules";
  private static final List<String> NAMES =
      List.of("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING", "License", "license");

  private final ModuleFiles files;

  Licences(ModuleFiles files) {
    this.files = files;
  }

  /**
   * Keeps modules with their licences.
   *
   * @param modules what was linked
   * @param output the step's output folder
   */
  void write(List<LinkedModule> modules, Path output) {
    StringBuilder text = new StringBuilder();
    for (LinkedModule module : modules) {
      text.append(module.path()).append(' ').append(module.version());
      text.append(' ').append(licence(module)).append('\n');
    }
    try {
      Path file = output.resolve(FILE);
      Files.writeString(file, text);
      ExecutableBit.set(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what was kept.
   *
   * @param entry the folder of a store entry
   * @return the modules as parts of a bill of materials
   */
  static List<Part> read(Path entry) {
    List<Part> parts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(entry.resolve(FILE))) {
        String[] words = line.split(" ", -1);
        String purl = "pkg:golang/" + words[0] + "@" + words[1].replace("+", "%2B");
        parts.add(new Part(purl, words[0], words[1], "", words[2]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private String licence(LinkedModule module) {
    return files
        .start(module.path(), module.version(), NAMES)
        .map(LicenceText::identify)
        .orElse("");
  }
}
