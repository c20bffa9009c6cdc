package dev.ocelot.maven.tag;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.ProblemText;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.git.GitHistory;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.explain.Explanation;
import dev.ocelot.tag.explain.ExplanationJson;
import dev.ocelot.tag.explain.ExplanationText;
import dev.ocelot.tag.explain.ManifestStore;
import dev.ocelot.tag.explain.TagExplainer;
import dev.ocelot.tag.repository.TaggedRepository;
import java.util.ArrayList;
import java.util.List;

/** What {@code explain-tags} does. */
final class ExplainTags {
  private final Ground ground;
  private final ComponentSelection selection;

  ExplainTags(Ground ground, ComponentSelection selection) {
    this.ground = ground;
    this.selection = selection;
  }

  Report run() {
    Problems problems = new Problems();
    TaggedRepository repository = TagGround.open(ground, problems).orElseThrow();
    CheckReport report = repository.describe(selection, problems);
    for (TagResult result : report.results()) {
      if (result instanceof TagResult.Failed failed) {
        problems.addAll(failed.problems());
      }
    }
    List<Explanation> explanations = explanations(report);
    List<String> lines = new ArrayList<>();
    explanations.forEach(explanation -> lines.addAll(ExplanationText.lines(explanation)));
    String remedy = report.remedy().map(new ProblemText(ground::spelling)::remedy).orElse("");
    if (!explanations.isEmpty()) {
      lines.add(remedy);
    } else if (!problems.hasErrors()) {
      lines.add("nothing is stale");
    }
    return new Report(lines, problems.all(), json -> write(json, explanations, remedy));
  }

  private List<Explanation> explanations(CheckReport report) {
    ManifestStore manifests =
        new ManifestStore(ground.cacheDirectory().resolve("ocelot").resolve("manifests"));
    TagExplainer explainer =
        new TagExplainer(manifests, new GitHistory(new LocalProcessRunner(), ground.root()));
    return report.results().stream().flatMap(r -> explainer.explain(r).stream()).toList();
  }

  private static void write(JsonWriter json, List<Explanation> explanations, String remedy) {
    json.object().name("stale").array();
    explanations.forEach(explanation -> ExplanationJson.write(explanation, json));
    json.end().name("fix").value(remedy).end();
  }
}
