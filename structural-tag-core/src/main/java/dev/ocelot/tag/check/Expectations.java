package dev.ocelot.tag.check;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.declared.DeclaredTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tags of components should be: declared in files, or given by the environment. */
public final class Expectations {
  /** The environment holds another tag than the declared one, which is checked all the same. */
  public static final ProblemId TAG_OVERRIDDEN = ProblemId.user("tag-overridden");

  private final Map<String, DeclaredTags> byFile;
  private final Set<String> unread;
  private final Map<String, String> environment;

  private Expectations(
      Map<String, DeclaredTags> byFile, Set<String> unread, Map<String, String> environment) {
    this.byFile = byFile;
    this.unread = unread;
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
    Set<String> unread = new HashSet<>();
    for (Component component : components.all()) {
      String file = component.layout().declaredTagsFile();
      if (!byFile.containsKey(file)) {
        Problems own = new Problems();
        byFile.put(file, read(components.root(), file, own));
        if (own.hasErrors()) {
          unread.add(file);
        }
        problems.addAll(own.all());
      }
    }
    return new Expectations(byFile, unread, Map.copyOf(environment));
  }

  /** A link out of the repository would let a repository have files edited that are not its own. */
  private static DeclaredTags read(RepositoryRoot root, String shownAs, Problems problems) {
    Path file = root.path().resolve(shownAs);
    try {
      if (Files.exists(file) && !file.toRealPath().startsWith(root.path().toRealPath())) {
        problems.add(
            Problem.error(
                    ProblemId.CONFIG_INVALID, shownAs + " is a link that leaves the repository")
                .at(Location.of(shownAs))
                .withRemedy(
                    Remedy.advice("Put the file itself there, or link within the repository")));
      }
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(shownAs, "read", e));
    }
    return DeclaredTags.read(file, shownAs, problems);
  }

  /**
   * Whether it can be told what is declared for a component. Where its file could not be read as a
   * whole, which is reported, a tag that is not seen may be declared all the same.
   *
   * @param component a component
   * @return false when nothing should be concluded from what {@link #declared} says
   */
  public boolean known(Component component) {
    return !unread.contains(component.layout().declaredTagsFile());
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
