package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds modules that the overlay imports and nobody names a version of. Go would take the newest
 * that there is, another one on another day.
 */
final class UndeclaredModules {
  private static final Pattern IMPORTS =
      Pattern.compile("(?m)^import\\s*(?:\\(([^)]*)\\)|(?:[\\w.]+\\s+)?(\"[^\"]+\"))");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\s]+)\"");

  private final LayerJob job;
  private final Upstream upstream;
  private final Map<String, String> imports;

  UndeclaredModules(LayerJob job, Upstream upstream) {
    this.job = job;
    this.upstream = upstream;
    this.imports = imports(job);
  }

  /** Whether the overlay imports nothing. */
  boolean isEmpty() {
    return imports.isEmpty();
  }

  /** What Go is asked in a workspace whose modules are settled. */
  List<String> question() {
    List<String> arguments =
        new ArrayList<>(
            List.of("list", "-mod=mod", "-f", "{{.ImportPath}} {{with .Module}}{{.Path}}{{end}}"));
    arguments.addAll(imports.keySet());
    return arguments;
  }

  /**
   * Checks.
   *
   * @param answer what Go said to the question
   * @throws ProblemException {@code config-invalid} for each import of such a module
   */
  void check(List<String> answer) {
    List<Problem> undeclared = new ArrayList<>();
    for (String line : answer) {
      String[] words = line.split(" ", 2);
      if (words.length == 2 && !words[1].isEmpty() && !isDeclared(words[1])) {
        undeclared.add(undeclared(imports.getOrDefault(words[0], ""), words[1]));
      }
    }
    if (!undeclared.isEmpty()) {
      throw new ProblemException(undeclared);
    }
  }

  private boolean isDeclared(String module) {
    return module.equals(upstream.goMod().module())
        || upstream.goMod().versionOf(module).isPresent()
        || upstream.goMod().replaces().stream().anyMatch(r -> r.path().equals(module))
        || job.requirements().stream().anyMatch(needed -> needed.path().equals(module));
  }

  /** Imported packages, each with a file that imports it. */
  private static Map<String, String> imports(LayerJob job) {
    Map<String, String> imports = new TreeMap<>();
    for (OverlayFile file : job.overlay()) {
      if (file.target().endsWith(".go")) {
        Matcher block = IMPORTS.matcher(new String(file.content(), StandardCharsets.UTF_8));
        while (block.find()) {
          String paths = block.group(1) == null ? block.group(2) : block.group(1);
          QUOTED
              .matcher(paths)
              .results()
              .forEach(path -> imports.putIfAbsent(path.group(1), file.source()));
        }
      }
    }
    return imports;
  }

  private static Problem undeclared(String file, String module) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            file + " imports a module whose version nobody declares: " + module)
        .at(Location.of(file))
        .withRemedy(
            Remedy.advice(
                "name the module under the component's build tag in"
                    + " config/component_dependencies.yaml"));
  }
}
