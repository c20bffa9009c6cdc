package dev.ocelot.maven.collector;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.ci.BuildMatrix;
import dev.ocelot.packaging.ci.MatrixForm;
import dev.ocelot.packaging.ci.Regions;
import dev.ocelot.packaging.ci.StepOutput;
import dev.ocelot.packaging.ci.StepOutputs;
import dev.ocelot.packaging.collector.distribution.Distribution;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code build-matrix} does. */
final class MatrixOutputs {
  private static final String ALL = "all";

  private final Ground ground;
  private final CollectorFiles files;
  private final MatrixForm form;
  private final StepOutputs outputs;

  MatrixOutputs(Ground ground, MatrixForm form, StepOutputs outputs) {
    this.ground = ground;
    this.files = new CollectorFiles(ground);
    this.form = form;
    this.outputs = outputs;
  }

  Report run(MatrixRequest request) {
    if (files.isNoConcern()) {
      return Report.silent();
    }
    Problems problems = new Problems();
    List<String> distributions = distributions(request.distributions(), problems);
    List<String> architectures = architectures(request.architectures(), problems);
    List<String> regions = regions(request.regions(), problems);
    problems.throwIfErrors();
    BuildMatrix matrix = new BuildMatrix(distributions, architectures, regions);
    form.check(matrix, problems);
    problems.throwIfErrors();
    List<StepOutput> told = form.outputs(matrix);
    if (!told.isEmpty() && !outputs.set(told)) {
      ground.console().log().debug("no CI engine takes outputs here");
    }
    return new Report(form.lines(matrix), problems.all(), json -> write(json, matrix));
  }

  private List<String> distributions(List<String> wanted, Problems problems) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return files
        .distributions(problems)
        .map(all -> all.resolveAll(wanted, problems))
        .orElse(List.of())
        .stream()
        .map(Distribution::name)
        .toList();
  }

  /** In the order of the known platforms, whatever the order of asking. */
  private static List<String> architectures(List<String> wanted, Problems problems) {
    Set<String> named = new LinkedHashSet<>();
    List<String> known =
        Platforms.standard().all().stream()
            .filter(platform -> platform.word(Vocabulary.LAMBDA).isPresent())
            .map(Platform::shortName)
            .toList();
    for (String word : wanted) {
      if (!word.equals(ALL)) {
        architecture(word, known, problems).ifPresent(named::add);
      }
    }
    return wanted.isEmpty() || wanted.contains(ALL)
        ? known
        : known.stream().filter(named::contains).toList();
  }

  private static Optional<String> architecture(String word, List<String> known, Problems problems) {
    try {
      String name = Platforms.standard().parse(word, Location.NONE).shortName();
      if (known.contains(name)) {
        return Optional.of(name);
      }
      problems.add(
          Problem.error(Platforms.UNKNOWN_PLATFORM, "functions do not run on " + word)
              .comparing("\"" + word + "\"", "all, " + String.join(", ", known)));
    } catch (ProblemException e) {
      problems.addAll(e.problems());
    }
    return Optional.empty();
  }

  private List<String> regions(List<String> wanted, Problems problems) {
    Regions known = Regions.standard();
    if (!wanted.isEmpty()) {
      return known.select(wanted, problems);
    }
    // The rest of the file is read all the same: what is wrong in it would stop the release.
    List<String> otherwise = files.namesRegions() ? List.of() : known.usual();
    Optional<PublishSettings> settings = files.publishing(otherwise, problems);
    return settings
        .map(said -> said.regions().stream().map(Region::name).toList())
        .orElseGet(known::usual);
  }

  private static void write(JsonWriter json, BuildMatrix matrix) {
    json.object().name("build_jobs");
    axes(json, matrix.buildAxes());
    json.name("release_jobs");
    axes(json, matrix.releaseAxes());
    json.end();
  }

  private static void axes(JsonWriter json, Map<String, List<String>> axes) {
    json.object();
    axes.forEach(
        (name, values) -> {
          json.name(name).array();
          values.forEach(json::value);
          json.end();
        });
    json.end();
  }
}
