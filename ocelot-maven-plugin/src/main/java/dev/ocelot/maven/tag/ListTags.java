package dev.ocelot.maven.tag;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.ProblemJson;
import dev.ocelot.maven.console.ProblemText;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.Expectations;
import dev.ocelot.tag.check.ExpectedTag;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.repository.TaggedRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code list-tags} does. */
final class ListTags {
  private final Ground ground;
  private final ComponentSelection selection;

  ListTags(Ground ground, ComponentSelection selection) {
    this.ground = ground;
    this.selection = selection;
  }

  /**
   * What keeps a tag from being computed is shown and not counted: the list is whole without it.
   */
  Report run() {
    Problems problems = new Problems();
    TaggedRepository repository = TagGround.open(ground, problems).orElseThrow();
    CheckReport report = repository.describe(selection, problems);
    List<Problem> shown = new ArrayList<>(problems.all());
    for (TagResult result : report.results()) {
      if (result instanceof TagResult.Failed failed) {
        shown.addAll(failed.problems());
        failed.problems().forEach(problem -> ground.console().log().warn(problem.toString()));
      }
    }
    return new Report(
        TagSummary.table(report.results(), repository.expectations()),
        problems.all(),
        json -> write(json, repository.expectations(), report.results(), shown));
  }

  private void write(
      JsonWriter json, Expectations declared, List<TagResult> results, List<Problem> shown) {
    json.object().name("components").array();
    for (TagResult result : results) {
      json.object();
      json.name("component").value(result.component().name().text());
      json.name("variable").value(result.component().name().variable());
      text(json, "declared", declared.declared(result.component()).map(ExpectedTag::text));
      text(json, "computed", result.computation().map(c -> c.computed().tag().text()));
      json.name("state").value(result.state());
      json.name("script").value(result.component().script());
      json.name("inputs").array();
      result.computation().ifPresent(c -> c.computed().inputs().forEach(i -> input(json, i)));
      json.end().end();
    }
    json.end().name("problems");
    ProblemJson.write(json, shown, new ProblemText(ground::spelling));
    json.end();
  }

  private static void text(JsonWriter json, String name, Optional<String> value) {
    json.name(name);
    value.ifPresentOrElse(json::value, json::nullValue);
  }

  private static void input(JsonWriter json, InputDigest input) {
    json.object();
    json.name("path").value(input.path());
    json.name("size").value(input.size());
    json.name("sha256").value(input.sha256());
    json.end();
  }
}
