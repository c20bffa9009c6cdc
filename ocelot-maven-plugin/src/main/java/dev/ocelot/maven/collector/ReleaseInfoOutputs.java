package dev.ocelot.maven.collector;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.ci.Regions;
import dev.ocelot.packaging.ci.StepOutput;
import dev.ocelot.packaging.ci.StepOutputs;
import dev.ocelot.packaging.collector.distribution.Distribution;
import dev.ocelot.packaging.collector.distribution.Distributions;
import dev.ocelot.packaging.collector.distribution.ReleaseInfo;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code release-info} does. */
final class ReleaseInfoOutputs {
  private final Ground ground;
  private final CollectorFiles files;
  private final StepOutputs outputs;

  ReleaseInfoOutputs(Ground ground, StepOutputs outputs) {
    this.ground = ground;
    this.files = new CollectorFiles(ground);
    this.outputs = outputs;
  }

  Report run(String name, String collectorVersion, String releaseGroup) {
    if (files.isNoConcern()) {
      return Report.silent();
    }
    Problems problems = new Problems();
    Optional<Distribution> distribution =
        files.distributions(problems).flatMap(all -> distribution(all, name, problems));
    String group = releaseGroup.isEmpty() ? declaredGroup(problems) : releaseGroup;
    Optional<ReleaseInfo> info =
        distribution.flatMap(one -> ReleaseInfo.of(one, collectorVersion, group, problems));
    problems.throwIfErrors();
    Map<String, String> values = info.orElseThrow().values();
    List<StepOutput> told = new ArrayList<>();
    values.forEach((key, value) -> told.add(new StepOutput(key, value)));
    if (!outputs.set(told)) {
      ground.console().log().debug("no CI engine takes outputs here");
    }
    outputs.summarise(summary(values));
    return new Report(
        told.stream().map(one -> one.name() + ": " + oneLine(one.value())).toList(),
        problems.all(),
        json -> write(json, values));
  }

  private static Optional<Distribution> distribution(
      Distributions all, String name, Problems problems) {
    if (!name.isEmpty()) {
      return all.resolve(name, problems);
    }
    problems.add(
        Problem.error(ProblemId.CONFIG_INVALID, "the parameter ocelot.distribution is missing")
            .comparing("nothing", "one of " + String.join(", ", all.names()))
            .withRemedy(Remedy.advice("Give -Docelot.distribution=")));
    return Optional.empty();
  }

  private String declaredGroup(Problems problems) {
    return files
        .publishing(Regions.standard().usual(), problems)
        .map(settings -> settings.layer().releaseGroup())
        .orElse("");
  }

  private static String summary(Map<String, String> values) {
    StringBuilder text = new StringBuilder("## Release\n\n| Property | Value |\n|---|---|\n");
    values.forEach(
        (name, value) -> {
          String cell = oneLine(value).replace("`", "'").replace("|", "\\|");
          text.append("| ").append(name).append(" | `").append(cell).append("` |\n");
        });
    return text.toString();
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\r\\n]+", " ");
  }

  private static void write(JsonWriter json, Map<String, String> values) {
    json.object();
    values.forEach((name, value) -> json.name(name).value(value));
    json.end();
  }
}
