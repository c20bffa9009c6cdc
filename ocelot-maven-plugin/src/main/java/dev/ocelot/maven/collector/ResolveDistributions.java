package dev.ocelot.maven.collector;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.ProblemJson;
import dev.ocelot.maven.console.ProblemText;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.collector.distribution.ComponentModules;
import dev.ocelot.packaging.collector.distribution.ConfigFiles;
import dev.ocelot.packaging.collector.distribution.DeclaredTag;
import dev.ocelot.packaging.collector.distribution.Distribution;
import dev.ocelot.packaging.collector.distribution.Distributions;
import dev.ocelot.packaging.collector.distribution.Selection;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code resolve-distributions} does. */
final class ResolveDistributions {
  private final Ground ground;
  private final List<String> wanted;

  ResolveDistributions(Ground ground, List<String> wanted) {
    this.ground = ground;
    this.wanted = wanted;
  }

  Report run() {
    CollectorFiles files = new CollectorFiles(ground);
    if (files.isNoConcern()) {
      return Report.silent();
    }
    Problems problems = new Problems();
    Distributions distributions = files.distributions(problems).orElse(null);
    ComponentModules modules = files.modules(problems).orElse(ComponentModules.NONE);
    if (distributions == null) {
      return report(List.of(), modules, problems.all());
    }
    ConfigFiles configs = files.configFiles();
    List<ResolvedDistribution> resolved = new ArrayList<>();
    for (Distribution distribution : distributions.resolveAll(wanted, problems)) {
      configs.read(distribution, problems);
      Set<String> tags =
          distribution.tags().stream().map(DeclaredTag::text).collect(Collectors.toSet());
      Collection<String> added = Selection.of(tags, modules);
      resolved.add(
          new ResolvedDistribution(
              distribution,
              distributions.baseOf(distribution.name()).orElse(""),
              List.copyOf(added),
              modules.modules(added)));
    }
    return report(resolved, modules, distinct(problems.all()));
  }

  /** Several distributions may share one configuration, and what is wrong in it. */
  private static List<Problem> distinct(List<Problem> problems) {
    return problems.stream().distinct().toList();
  }

  private Report report(
      List<ResolvedDistribution> resolved, ComponentModules modules, List<Problem> problems) {
    return new Report(
        resolved.isEmpty() ? List.of() : ResolvedDistribution.table(resolved, modules),
        problems,
        json -> write(json, resolved, modules, problems));
  }

  private void write(
      JsonWriter json,
      List<ResolvedDistribution> resolved,
      ComponentModules modules,
      List<Problem> problems) {
    json.object().name("distributions").array();
    resolved.forEach(one -> one.writeTo(json));
    json.end().name("overrides").array();
    modules
        .overrides()
        .forEach(
            override ->
                json.object()
                    .name("path")
                    .value(override.path())
                    .name("version")
                    .value(override.version())
                    .name("reason")
                    .value(override.reason())
                    .end());
    json.end().name("problems");
    ProblemJson.write(json, problems, new ProblemText(ground::spelling));
    json.end();
  }
}
