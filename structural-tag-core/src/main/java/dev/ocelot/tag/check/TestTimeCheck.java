package dev.ocelot.tag.check;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.declared.TagFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the tag files of what was built elsewhere, and is now to be tested, with the expected
 * tags: the environment variable of the component's name where it is set and not empty, else the
 * declared tag. Scripts are not read, as a machine that tests may not have them.
 */
public final class TestTimeCheck {
  /** What must be there was not built, or was built without its check. */
  public static final ProblemId TAG_FILE_MISSING = ProblemId.user("tag-file-missing");

  private final List<Path> directories;
  private final List<String> demanded;

  /**
   * A check.
   *
   * @param directories where tag files may lie
   * @param demanded names of components whose tag file must be there; {@code _} and {@code -} are
   *     alike. One whose variable is set in the environment must be there too
   */
  public TestTimeCheck(List<Path> directories, List<String> demanded) {
    this.directories = List.copyOf(directories);
    this.demanded = List.copyOf(demanded);
  }

  /**
   * Checks components.
   *
   * @param components all components
   * @param expectations what their tags should be
   * @param problems takes everything that fails the check, and warnings
   * @return one or more results for each component: one for each directory that has its tag file
   */
  public List<TestTimeResult> check(
      Components components, Expectations expectations, Problems problems) {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        problems.add(
            Problem.warning(TAG_FILE_MISSING, "the tag directory " + directory + " does not exist")
                .at(Location.of(directory.toString())));
      }
    }
    Set<ComponentName> names = new HashSet<>();
    for (String name : demanded) {
      components
          .named("ocelot.demandedComponents", name, problems)
          .ifPresent(component -> names.add(component.name()));
    }
    List<TestTimeResult> results = new ArrayList<>();
    for (Component component : components.all()) {
      List<TestTimeResult> found = found(component, expectations, problems);
      results.addAll(found);
      if (found.isEmpty()) {
        results.add(absent(component, names, expectations));
      }
    }
    results.forEach(result -> problem(result).ifPresent(problems::add));
    return results;
  }

  private List<TestTimeResult> found(
      Component component, Expectations expectations, Problems problems) {
    Optional<ExpectedTag> expected = expectations.of(component, TagSource.ENVIRONMENT);
    List<TestTimeResult> results = new ArrayList<>();
    for (Path directory : directories) {
      Problems own = new Problems();
      Optional<Tag> tag = TagFiles.read(directory, component.name().variable(), own);
      if (tag.isPresent()) {
        boolean told = expected.isPresent() || expectations.known(component);
        results.add(
            told
                ? compare(component, directory, tag.get(), expected)
                : new TestTimeResult.Unreadable(component, directory));
      } else if (own.hasErrors()) {
        results.add(new TestTimeResult.Unreadable(component, directory));
      }
      problems.addAll(own.all());
    }
    return results;
  }

  private static TestTimeResult compare(
      Component component, Path directory, Tag found, Optional<ExpectedTag> expected) {
    if (expected.isEmpty()) {
      return new TestTimeResult.Undeclared(component, directory, found);
    }
    return expected.get().is(found)
        ? new TestTimeResult.Fits(component, found)
        : new TestTimeResult.Differs(component, directory, found, expected.get());
  }

  private static TestTimeResult absent(
      Component component, Set<ComponentName> names, Expectations expectations) {
    if (names.contains(component.name())) {
      return new TestTimeResult.Missing(component, "ocelot.demandedComponents");
    }
    return expectations.exported(component).isPresent()
        ? new TestTimeResult.Missing(
            component, "the environment variable " + component.name().variable())
        : new TestTimeResult.NotUsed(component);
  }

  private Optional<Problem> problem(TestTimeResult result) {
    Component component = result.component();
    String file = component.name().variable();
    if (result instanceof TestTimeResult.Differs differs) {
      return Optional.of(
          Problem.error(
                  CheckReport.TAG_MISMATCH,
                  "what is tested of component %s carries %s, expected is %s"
                      .formatted(component.name(), differs.found(), differs.expected().text()))
              .at(Location.of(differs.directory().resolve(file).toString()))
              .withRemedy(Remedy.advice("Build it again from this revision, then test that")));
    }
    if (result instanceof TestTimeResult.Undeclared undeclared) {
      return Optional.of(
          Problem.error(
                  CheckReport.TAG_UNDECLARED,
                  "what is tested of component %s carries %s, but no tag is declared under %s"
                      .formatted(
                          component.name(), undeclared.found(), component.name().declaredKey()))
              .at(Location.of(component.layout().declaredTagsFile()))
              .withRemedy(
                  Remedy.run(
                      "update-tags",
                      Map.of("ocelot.components", component.name().text()),
                      "declare the computed tag")));
    }
    return result instanceof TestTimeResult.Missing missing
        ? Optional.of(missing(missing, file))
        : Optional.empty();
  }

  private Problem missing(TestTimeResult.Missing missing, String file) {
    String where =
        directories.isEmpty()
            ? "as ocelot.tagDirectories names no directory"
            : "in " + String.join(", ", directories.stream().map(Path::toString).toList());
    return Problem.error(
            TAG_FILE_MISSING,
            "component %s, demanded by %s, has no tag file %s %s"
                .formatted(missing.component().name(), missing.demandedBy(), file, where))
        .withRemedy(
            Remedy.advice(
                "Build the component with its build-time check, and test what that gives"));
  }
}
