package dev.ocelot.tag.check;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TestTree;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A repository of the GitLab CI layout, and a check of it. */
final class CheckFixture {
  final TestTree tree;
  final Map<String, String> environment = new HashMap<>();
  final Problems problems = new Problems();

  CheckFixture(TestTree tree) {
    this.tree = tree;
  }

  /** Components with two patches each; what is declared is written by {@link #declare}. */
  CheckFixture components(String... names) {
    StringBuilder jobs = new StringBuilder();
    for (String name : names) {
      script(name, "set -uex\n", "\n");
      tree.file(patch(name, "a"), "a of " + name + "\n");
      tree.file(patch(name, "b"), "b of " + name + "\n");
      jobs.append(".container-builds-").append(name).append(":\n  variables: {}\n");
    }
    tree.file(".gitlab-ci/container/gitlab-ci-inc.yml", jobs.toString());
    return this;
  }

  /** A script with a call between two texts. */
  void script(String name, String before, String after) {
    tree.file(
        ".gitlab-ci/container/build-" + name + ".sh",
        """
        %sPATCHES=("%s" "%s")
        ci_tag_build_time_check "%s" "${PATCHES[@]}"
        exit 9%s"""
            .formatted(before, patch(name, "a"), patch(name, "b"), variable(name), after));
  }

  static String patch(String name, String letter) {
    return ".gitlab-ci/container/patches/" + name + "-" + letter + ".patch";
  }

  static String variable(String name) {
    return new dev.ocelot.tag.component.ComponentName(name).variable();
  }

  /** Declares what is computed now. */
  CheckFixture declare() {
    Map<String, String> keys = new HashMap<>();
    check()
        .tags()
        .forEach((variable, tag) -> keys.put("CONDITIONAL_BUILD_" + variable, tag.text()));
    return declare(keys);
  }

  CheckFixture declare(Map<String, String> keys) {
    StringBuilder yaml = new StringBuilder("variables:\n");
    new java.util.TreeMap<>(keys)
        .forEach(
            (key, value) -> yaml.append("  ").append(key).append(": ").append(value).append('\n'));
    tree.file(".gitlab-ci/conditional-build-image-tags.yml", yaml.toString());
    return this;
  }

  Components discover() {
    return Components.discover(new RepositoryRoot(tree.root()), problems);
  }

  CheckReport check(String... names) {
    return check(TagSource.DECLARED, ParallelMap.onCallingThread(), names);
  }

  CheckReport check(TagSource source, ParallelMap work, String... names) {
    Components components =
        discover().select(new ComponentSelection(List.of(names), List.of(), List.of()), problems);
    Problems declaredProblems = new Problems();
    Expectations expectations = Expectations.read(components, environment, declaredProblems);
    problems.addAll(declaredProblems.all());
    TagCalculator calculator = new TagCalculator(tree.root());
    ComponentInputs inputs =
        new ComponentInputs(components.root(), calculator, ScriptEvaluator.REFUSING);
    return new TagCheck(inputs, TagComputation.tagOnly(calculator), source, work)
        .check(components, expectations);
  }

  /** {@code name state} for each component. */
  static List<String> states(CheckReport report) {
    List<String> states = new ArrayList<>();
    report.results().forEach(r -> states.add(r.component().name() + " " + r.state()));
    return states;
  }

  static List<String> ids(List<Problem> problems) {
    return problems.stream().map(problem -> problem.id().text()).toList();
  }
}
