package dev.ocelot.tag.check;

import dev.ocelot.problem.Problem;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import java.util.List;
import java.util.Optional;

/** How a component's computed tag stands to the expected one. */
public sealed interface TagResult {
  /**
   * The component.
   *
   * @return what was checked
   */
  Component component();

  /**
   * What was computed.
   *
   * @return empty when it could not be
   */
  Optional<Computation> computation();

  /**
   * The word for it in output.
   *
   * @return {@code current}, {@code stale}, {@code undeclared} or {@code error}
   */
  String state();

  /**
   * What a tag was computed from.
   *
   * @param inputs the script, then its inputs
   * @param computed the tag, and what was found out about the inputs
   */
  record Computation(List<TagInput> inputs, ComputedTag computed) {
    /** Keeps a copy. */
    public Computation {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * Both are the same.
   *
   * @param component the component
   * @param computed what was computed
   */
  record Current(Component component, Computation computed) implements TagResult {
    @Override
    public Optional<Computation> computation() {
      return Optional.of(computed);
    }

    @Override
    public String state() {
      return "current";
    }
  }

  /**
   * They differ.
   *
   * @param component the component
   * @param computed what was computed
   * @param expected what was expected
   */
  record Mismatch(Component component, Computation computed, ExpectedTag expected)
      implements TagResult {
    @Override
    public Optional<Computation> computation() {
      return Optional.of(computed);
    }

    @Override
    public String state() {
      return "stale";
    }
  }

  /**
   * Nothing is expected.
   *
   * @param component the component
   * @param computed what was computed
   */
  record Undeclared(Component component, Computation computed) implements TagResult {
    @Override
    public Optional<Computation> computation() {
      return Optional.of(computed);
    }

    @Override
    public String state() {
      return "undeclared";
    }
  }

  /**
   * What is expected cannot be told, as the file that declares it could not be read; why is
   * reported where it is read.
   *
   * @param component the component
   * @param computed what was computed
   */
  record Unknown(Component component, Computation computed) implements TagResult {
    @Override
    public Optional<Computation> computation() {
      return Optional.of(computed);
    }

    @Override
    public String state() {
      return "error";
    }
  }

  /**
   * The tag could not be computed.
   *
   * @param component the component
   * @param problems why
   */
  record Failed(Component component, List<Problem> problems) implements TagResult {
    /** Keeps a copy. */
    public Failed {
      problems = List.copyOf(problems);
    }

    @Override
    public Optional<Computation> computation() {
      return Optional.empty();
    }

    @Override
    public String state() {
      return "error";
    }
  }
}
