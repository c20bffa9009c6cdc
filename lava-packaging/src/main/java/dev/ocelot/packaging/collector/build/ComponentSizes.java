package dev.ocelot.packaging.collector.build;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.collector.distribution.ComponentKind;
import dev.ocelot.packaging.collector.program.ImportGraph;
import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much code a collector has because of each component.
 *
 * <p>A component's number is the code of the packages that would not be in the program without it:
 * its own and those that nothing else imports. Code that several components need belongs to none of
 * them, so the numbers add up to less than the whole. It is machine code only: what Go's tables and
 * data add, about as much again, grows with it.
 *
 * @param code bytes of machine code in the whole program
 * @param components bytes of each, by kind and name, such as {@code exporter/otlphttp}
 */
public record ComponentSizes(long code, SortedMap<String, Long> components) {
  /** What the file's name ends in, beside the layer. */
  public static final String EXTENSION = ".sizes.json";

  private static final String CODE = "code";
  private static final String COMPONENTS = "components";
  private static final String WRAPPERS = "/lambdacomponents";
  private static final String MAIN = "main";

  /** Keeps a copy. */
  public ComponentSizes {
    components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
  }

  static ComponentSizes of(SortedMap<String, Long> codeByPackage, ImportGraph graph) {
    SortedMap<String, Long> components = new TreeMap<>();
    String wrappers = graph.root() + WRAPPERS;
    for (ImportGraph.Edge edge : graph.leaving(wrappers)) {
      Set<String> packages = graph.because(edge);
      if (!packages.isEmpty()) {
        long bytes = packages.stream().mapToLong(one -> codeByPackage.getOrDefault(one, 0L)).sum();
        components.merge(name(edge, wrappers), bytes, Long::sum);
      }
    }
    long all = codeByPackage.values().stream().mapToLong(Long::longValue).sum();
    return new ComponentSizes(all, components);
  }

  /** The folder of a wrapper tells the kind; where there is none, the package's own name does. */
  private static String name(ImportGraph.Edge edge, String wrappers) {
    String name = lastOf(edge.imported());
    String folder = edge.importer().substring(wrappers.length()).replaceFirst("^/", "");
    return ComponentKind.of(folder)
        .or(
            () ->
                ComponentKind.words().stream()
                    .filter(name::endsWith)
                    .findFirst()
                    .flatMap(ComponentKind::of))
        .map(kind -> kind.word() + "/" + kind.plain(name))
        .orElse(MAIN + "/" + name);
  }

  private static String lastOf(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    boolean isVersion = last.matches("v[0-9]+") && path.contains("/");
    return isVersion ? lastOf(path.substring(0, path.lastIndexOf('/'))) : last;
  }

  /**
   * Writes the file.
   *
   * @param file where to
   * @throws ProblemException {@code file-access}
   */
  void write(Path file) {
    try {
      JsonFile.write(file, this::write);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the sizes of a layer cannot be written: " + e)
              .withRemedy(FileAccessProblem.MAKE_ROOM),
          e);
    }
  }

  private void write(JsonWriter json) {
    json.object().name(CODE).value(code);
    json.name(COMPONENTS).object();
    components.forEach((name, bytes) -> json.name(name).value(bytes));
    json.end().end();
  }

  /**
   * Reads the file.
   *
   * @param file the file
   * @return its numbers; none where the file is missing or damaged, since they only tell of a past
   */
  public static ComponentSizes read(Path file) {
    Problems unread = new Problems();
    YamlMap map = YamlFile.read(file, String.valueOf(file.getFileName()), unread);
    SortedMap<String, Long> components = new TreeMap<>();
    if (map.get(COMPONENTS).orElse(YamlMap.EMPTY) instanceof YamlMap sizes) {
      for (String name : sizes.keys()) {
        components.put(name, number(sizes, name));
      }
    }
    return new ComponentSizes(number(map, CODE), components);
  }

  private static long number(YamlMap map, String name) {
    return map.get(name).orElse(map) instanceof YamlScalar scalar
            && scalar.text().matches("[0-9]{1,18}")
        ? Long.parseLong(scalar.text())
        : 0;
  }
}
