package dev.ocelot.maven.layer;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.inventory.ModuleQuestion;
import dev.ocelot.packaging.publish.inventory.ModuleSearch;
import dev.ocelot.packaging.version.GoSemver;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the published layers that hold a module, by the bills of materials that their rows keep.
 *
 * @since 0.1.0
 */
@Mojo(name = "find-modules", requiresProject = false, threadSafe = true, aggregator = true)
public final class FindModulesMojo extends AccountMojo {
  private static final ProblemId MODULE_FOUND = ProblemId.user("module-found");
  private static final ProblemId BILL_MISSING = ProblemId.user("bill-missing");

  /**
   * The module, such as {@code golang.org/x/net}; {@code *} stands for any text.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.module")
  private @Nullable String module;

  /**
   * Only versions of the module below this one, such as {@code v0.38.0}. By default all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.below")
  private @Nullable String below;

  /**
   * Fail when a published layer holds such a module.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.failOnMatch", defaultValue = "false")
  private boolean failOnMatch;

  @Override
  protected Report run(Ground ground) {
    ModuleQuestion question = question();
    return LayerAccount.of(
        ground,
        overrides(null, null),
        account -> report(ModuleSearch.of(account.service().published(), question)));
  }

  private ModuleQuestion question() {
    if (given(module).isEmpty()) {
      throw invalid("ocelot.module is missing", "nothing", "such as golang.org/x/net");
    }
    if (!given(below).isEmpty() && !GoSemver.isVersion(given(below))) {
      throw invalid("ocelot.below has another form", given(below), "a version such as v0.38.0");
    }
    return new ModuleQuestion(new LayerPattern(given(module)), given(below));
  }

  private static ProblemException invalid(String what, String got, String expected) {
    return new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, "the parameter " + what).comparing(got, expected));
  }

  private Report report(ModuleSearch search) {
    TextTable table = new TextTable("module", "version", "distribution", "layer");
    search
        .matches()
        .forEach(
            match ->
                table.row(
                    match.module(),
                    match.version(),
                    match.row().distribution(),
                    match.row().arn()));
    List<Problem> problems = new ArrayList<>();
    if (failOnMatch && !search.matches().isEmpty()) {
      problems.add(
          Problem.error(
                  MODULE_FOUND,
                  search.matches().size() + " published versions hold " + given(module))
              .withRemedy(
                  Remedy.advice(
                      "build with a newer version of the module, publish, and delete the old"
                          + " versions with delete-layers")));
    }
    for (PublishedRow row : search.unknown()) {
      problems.add(
          Problem.warning(
                  BILL_MISSING, "what " + row.arn() + " holds is not known: its row keeps no bill")
              .withRemedy(
                  Remedy.run("publish-layers", Map.of(), "publishing again completes rows")));
    }
    return new Report(
        table.isEmpty() ? List.of("no published layer holds it") : table.lines(),
        problems,
        json -> write(json, search));
  }

  private static void write(JsonWriter json, ModuleSearch search) {
    json.object().name("matches").array();
    search
        .matches()
        .forEach(
            match -> {
              json.object();
              json.name("module").value(match.module());
              json.name("version").value(match.version());
              json.name("arn").value(match.row().arn());
              json.name("region").value(match.row().region().name());
              json.name("distribution").value(match.row().distribution());
              json.end();
            });
    json.end().name("unknown").array();
    search.unknown().forEach(row -> json.value(row.arn()));
    json.end().end();
  }
}
