package dev.ocelot.tag.repository;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.check.Expectations;
import dev.ocelot.tag.check.TagCheck;
import dev.ocelot.tag.check.TagComputation;
import dev.ocelot.tag.check.TagSource;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.nio.file.Files;
import java.util.Map;

/** A repository whose components can be checked. Read once; not to outlive a run. */
public final class TaggedRepository {
  private final Components components;
  private final Expectations expectations;
  private final TagCalculator calculator;
  private final ComponentInputs inputs;

  private TaggedRepository(
      Components components, Expectations expectations, ScriptEvaluator evaluator) {
    RepositoryRoot root = components.root();
    this.components = components;
    this.expectations = expectations;
    this.calculator = new TagCalculator(root.path());
    this.inputs = new ComponentInputs(root, calculator, evaluator);
  }

  /**
   * Reads a repository.
   *
   * @param root the repository
   * @param environment variables by name
   * @param evaluator runs scripts of components with {@code evaluation: bash}
   * @param problems takes what is wrong with its configuration
   * @return the repository, as far as it could be read
   */
  public static TaggedRepository open(
      RepositoryRoot root,
      Map<String, String> environment,
      ScriptEvaluator evaluator,
      Problems problems) {
    try (ParallelMap work = ParallelMap.onAllProcessors()) {
      Components components = Components.discover(root, work, problems);
      Expectations expectations = Expectations.read(components, environment, problems);
      return new TaggedRepository(components, expectations, evaluator);
    }
  }

  /**
   * Whether there is nothing that a tag goal could work on.
   *
   * @return true without components and without declared tags
   */
  public boolean isEmpty() {
    return components.all().isEmpty()
        && ComponentLayout.ALL.stream()
            .noneMatch(l -> Files.exists(components.root().resolve(l.declaredTagsFile())));
  }

  /**
   * The components.
   *
   * @return all of them
   */
  public Components components() {
    return components;
  }

  /**
   * What the tags should be.
   *
   * @return what is declared, and what the environment says
   */
  public Expectations expectations() {
    return expectations;
  }

  /**
   * Finds out what components are made from.
   *
   * @return for this repository
   */
  public ComponentInputs inputs() {
    return inputs;
  }

  /**
   * Compares tags, reading no more than they need.
   *
   * @param selection which components
   * @param source what they are compared with
   * @param problems takes what is wrong with the selection
   * @return a result for each selected component, sorted by name
   */
  public CheckReport check(ComponentSelection selection, TagSource source, Problems problems) {
    return check(
        components.select(selection, problems), source, TagComputation.tagOnly(calculator));
  }

  /**
   * Compares declared tags, and describes every input that entered.
   *
   * @param selection which components
   * @param problems takes what is wrong with the selection
   * @return a result for each selected component, sorted by name
   */
  public CheckReport describe(ComponentSelection selection, Problems problems) {
    return check(components.select(selection, problems), TagSource.DECLARED, calculator::describe);
  }

  private CheckReport check(Components selected, TagSource source, TagComputation computation) {
    try (ParallelMap work = ParallelMap.onAllProcessors()) {
      return new TagCheck(inputs, computation, source, work).check(selected, expectations);
    }
  }
}
