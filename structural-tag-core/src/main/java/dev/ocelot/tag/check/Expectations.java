package dev.ocelot.tag.check;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.declared.DeclaredTags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tags of components should be: declared in files, or given by the environment. */
public final class Expectations {
  /** The environment holds another tag than the declared one, which is checked all the same. */
  public static final ProblemId TAG_OVERRIDDEN = ProblemId.user("tag-overridden");

  private final Map<String, DeclaredTags> byFile;
  private final Map<String, String> environment;

  private Expectations(Map<String, DeclaredTags> byFile, Map<String, String> environment) {
    this.byFile = byFile;
    this.environment = environment;
  }

  /**
   * Reads the declared-tags files of the layouts that components belong to.
   *
   * @param components the components
   * @param environment variables by name
   * @param problems takes what is wrong with the files
   * @return what is expected
   */
  public static Expectations read(
      Components components, Map<String, String> environment, Problems problems) {
    Map<String, DeclaredTags> byFile = new HashMap<>();
    for (Component component : components.all()) {
      String file = component.layout().declaredTagsFile();
      if (!byFile.containsKey(file)) {
        byFile.put(file, DeclaredTags.read(components.root().path().resolve(file), file, problems));
      }
    }
    return new Expectations(byFile, Map.copyOf(environment));
  }

  /**
   * The declared tag.
   *
   * @param component a component
   * @return empty when nothing is declared
   */
  public Optional<ExpectedTag> declared(Component component) {
    DeclaredTags tags = byFile.get(component.layout().declaredTagsFile());
    return tags == null
        ? Optional.empty()
        : tags.get(component.name().declaredKey())
            .map(declared -> new ExpectedTag(declared.text(), declared.location()));
  }

  /**
   * The tag that the environment gives.
   *
   * @param component a component
   * @return empty when its variable is unset or empty
   */
  public Optional<ExpectedTag> exported(Component component) {
    String value = environment.getOrDefault(component.name().variable(), "");
    return value.isEmpty() ? Optional.empty() : Optional.of(new ExpectedTag(value, Location.NONE));
  }

  /**
   * The tag that a source gives.
   *
   * @param component a component
   * @param source where to look
   * @return empty when nothing is said
   */
  public Optional<ExpectedTag> of(Component component, TagSource source) {
    Optional<ExpectedTag> exported =
        source == TagSource.ENVIRONMENT ? exported(component) : Optional.empty();
    return exported.isPresent() ? exported : declared(component);
  }

  /**
   * A warning that the environment says something else than what is declared.
   *
   * @param component a component
   * @return empty when it says the same or nothing
   */
  public List<Problem> overridden(Component component) {
    Optional<ExpectedTag> exported = exported(component);
    if (exported.isEmpty()) {
      return List.of();
    }
    String declared = declared(component).map(ExpectedTag::text).orElse("");
    String given = exported.get().text();
    if (given.equals(declared)) {
      return List.of();
    }
    String variable = component.name().variable();
    return List.of(
        Problem.warning(
                TAG_OVERRIDDEN, "the environment variable " + variable + " is not the declared tag")
            .comparing(given, declared.isEmpty() ? "nothing declared" : declared)
            .withRemedy(
                Remedy.advice("Unset it, or let it count with -Docelot.tagSource=environment")));
  }
}
