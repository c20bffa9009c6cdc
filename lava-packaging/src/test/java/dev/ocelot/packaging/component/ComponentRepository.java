package dev.ocelot.packaging.component;

import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.nio.file.Path;
import java.util.List;

/** A small repository for tests. */
final class ComponentRepository {
  private final Path root;

  ComponentRepository(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path file(String name) {
    return root.resolve(name);
  }

  ComponentRepository with(String name, String text) {
    StoreFixture.write(root.resolve(name), text);
    return this;
  }

  /** A component with a script and a build section; its other files are its inputs. */
  ComponentRepository component(String name, String script, String build) {
    with("components/" + name + "/build.sh", script);
    return with(
        "config/components.yaml",
        "components:\n  " + name + ":\n" + build.indent(4).stripTrailing() + "\n");
  }

  /** Every component, with the tag that its inputs have now. */
  List<TaggedComponent> tagged() {
    RepositoryRoot where = new RepositoryRoot(root);
    TagCalculator calculator = new TagCalculator(root);
    ComponentInputs inputs = new ComponentInputs(where, calculator, ScriptEvaluator.REFUSING);
    Problems problems = new Problems();
    Components components = Components.discover(where, problems);
    List<TaggedComponent> tagged =
        components.all().stream()
            .map(component -> tagged(component, calculator, inputs, problems))
            .toList();
    problems.throwIfErrors();
    return tagged;
  }

  private static TaggedComponent tagged(
      Component component, TagCalculator calculator, ComponentInputs inputs, Problems problems) {
    List<TagInput> files = inputs.of(component, problems);
    return new TaggedComponent(component, files, calculator.describe(files));
  }
}
