package dev.ocelot.packaging.collector.program;

import java.util.ArrayList;
import java.util.List;

/**
 * A module that was linked into a program.
 *
 * @param path the module's path
 * @param version its version; {@code (devel)} for one that lies in the upstream itself
 */
public record LinkedModule(String path, String version) {
  private static final String REPLACED = "=>";

  /**
   * Reads what {@code go version -m} prints.
   *
   * @param lines its lines
   * @return the modules that the main module depends on, in Go's order; what replaces a module
   *     stands for it
   */
  public static List<LinkedModule> parse(List<String> lines) {
    List<LinkedModule> modules = new ArrayList<>();
    for (String line : lines) {
      List<String> words = List.of(line.strip().split("\t", -1));
      if (words.get(0).equals("dep") && words.size() >= 3) {
        modules.add(new LinkedModule(words.get(1), words.get(2)));
      } else if (words.get(0).equals(REPLACED) && words.size() >= 3 && !modules.isEmpty()) {
        LinkedModule replaced = modules.remove(modules.size() - 1);
        boolean isFolder = words.get(1).startsWith("./") || words.get(1).startsWith("../");
        modules.add(isFolder ? replaced : new LinkedModule(words.get(1), words.get(2)));
      }
    }
    return modules;
  }
}
