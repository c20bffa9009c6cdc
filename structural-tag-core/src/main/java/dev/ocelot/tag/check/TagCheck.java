package dev.ocelot.tag.check;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.script.ComponentFiles;
import dev.ocelot.tag.script.ComponentInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the computed tag of every component with the expected one. Writes nothing. */
public final class TagCheck {
  private final ComponentInputs inputs;
  private final TagComputation computation;
  private final TagSource source;
  private final ParallelMap work;

  /**
   * A check.
   *
   * @param inputs finds out what a component is made from
   * @param computation reads it
   * @param source where the expected tags are looked for
   * @param work does it for many components
   */
  public TagCheck(
      ComponentInputs inputs, TagComputation computation, TagSource source, ParallelMap work) {
    this.inputs = inputs;
    this.computation = computation;
    this.source = source;
    this.work = work;
  }

  /**
   * Checks components. What is wrong with one of them does not keep the others from being checked.
   *
   * @param components the components
   * @param expectations what their tags should be
   * @return a result for each, in their order
   */
  public CheckReport check(Components components, Expectations expectations) {
    List<Checked> all = work.map(components.all(), component -> check(component, expectations));
    List<TagResult> results = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>();
    for (Checked checked : all) {
      results.add(checked.result());
      warnings.addAll(checked.warnings());
    }
    return new CheckReport(results, warnings);
  }

  private record Checked(TagResult result, List<Problem> warnings) {}

  private Checked check(Component component, Expectations expectations) {
    Problems warnings = new Problems();
    if (source == TagSource.DECLARED) {
      warnings.addAll(expectations.overridden(component));
    }
    TagResult result;
    try {
      ComponentFiles files = inputs.read(component, warnings);
      ComputedTag computed = computation.compute(files.script(), files.others());
      result =
          compare(component, new TagResult.Computation(files.inputs(), computed), expectations);
    } catch (ProblemException e) {
      result = new TagResult.Failed(component, e.problems());
    }
    return new Checked(result, warnings.all());
  }

  private TagResult compare(
      Component component, TagResult.Computation computation, Expectations expectations) {
    boolean exported =
        source == TagSource.ENVIRONMENT && expectations.exported(component).isPresent();
    if (!exported && !expectations.known(component)) {
      return new TagResult.Unknown(component, computation);
    }
    Optional<ExpectedTag> expected = expectations.of(component, source);
    if (expected.isEmpty()) {
      return new TagResult.Undeclared(component, computation);
    }
    return expected.get().is(computation.computed().tag())
        ? new TagResult.Current(component, computation)
        : new TagResult.Mismatch(component, computation, expected.get());
  }
}
