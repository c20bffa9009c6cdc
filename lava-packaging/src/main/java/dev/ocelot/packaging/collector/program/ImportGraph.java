package dev.ocelot.packaging.collector.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which packages of a program import which.
 *
 * @param root the main package
 * @param imports of each package, by import path
 */
public record ImportGraph(String root, SortedMap<String, List<String>> imports) {

  /**
   * Reads a graph.
   *
   * @param lines a line for each package: its import path and those that it imports, in such an
   *     order that the main package is the last, as {@code go list -deps} has it
   * @return the graph
   */
  public static ImportGraph parse(List<String> lines) {
    SortedMap<String, List<String>> imports = new TreeMap<>();
    String last = "";
    for (String line : lines) {
      List<String> words = List.of(line.strip().split(" +", -1));
      last = words.get(0);
      imports.put(last, words.subList(1, words.size()));
    }
    return new ImportGraph(last, imports);
  }

  /**
   * An import.
   *
   * @param importer a package
   * @param imported the package that it imports
   */
  public record Edge(String importer, String imported) {}

  /**
   * The imports of the packages below a path, as far as they lead out of it.
   *
   * @param path an import path
   * @return in the order of their importers
   */
  public List<Edge> leaving(String path) {
    List<Edge> edges = new ArrayList<>();
    imports.forEach(
        (importer, all) -> {
          if (isBelow(importer, path)) {
            all.stream()
                .filter(imported -> !isBelow(imported, path))
                .forEach(imported -> edges.add(new Edge(importer, imported)));
          }
        });
    return edges;
  }

  /**
   * The packages that are in the program because of one import alone.
   *
   * @param edge the import
   * @return import paths; empty when the program would have the same packages without it
   */
  public Set<String> because(Edge edge) {
    Set<String> all = reached(Map.of());
    all.removeAll(reached(Map.of(edge.importer(), edge.imported())));
    return all;
  }

  private Set<String> reached(Map<String, String> without) {
    Set<String> reached = new HashSet<>(Set.of(root));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      String importer = open.remove();
      for (String imported : imports.getOrDefault(importer, List.of())) {
        if (!imported.equals(without.get(importer)) && reached.add(imported)) {
          open.add(imported);
        }
      }
    }
    return reached;
  }

  private static boolean isBelow(String path, String above) {
    return path.equals(above) || path.startsWith(above + "/");
  }
}
