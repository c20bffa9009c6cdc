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

  UndeclaredModules(LayerJob job, Upstream upstream) {
    this.job = job;
    this.upstream = upstream;
  }

  /**
   * Checks.
   *
   * @param go in a workspace whose modules are settled
   * @throws ProblemException {@code config-invalid} for each import of such a module
   */
  void check(Go go) {
    Map<String, String> imports = imports();
    if (imports.isEmpty()) {
      return;
    }
    List<String> arguments =
        new ArrayList<>(
            List.of("list", "-mod=mod", "-f", "{{.ImportPath}} {{with .Module}}{{.Path}}{{end}}"));
    arguments.addAll(imports.keySet());
    List<Problem> undeclared = new ArrayList<>();
    for (String line : go.lines("finding the modules of the overlay", arguments)) {
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
  private Map<String, String> imports() {
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
