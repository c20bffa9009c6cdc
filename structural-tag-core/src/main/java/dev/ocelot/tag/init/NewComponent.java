package dev.ocelot.tag.init;

import dev.ocelot.digest.Digest;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.declared.DeclaredTags;
import dev.ocelot.tag.export.TagVariable;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plans a new component, and refuses when anything of it is there already. Writes nothing. */
public final class NewComponent {
  /** A component, or a part of one, is there already. */
  public static final ProblemId COMPONENT_EXISTS = ProblemId.user("component-exists");

  private final RepositoryRoot root;
  private final Components existing;

  /**
   * For one repository.
   *
   * @param existing all its components
   */
  public NewComponent(Components existing) {
    this.root = existing.root();
    this.existing = existing;
  }

  /**
   * The layout for a new component when the user names none.
   *
   * @return the only layout that the repository uses, else the Ocelot layout
   */
  public ComponentLayout usualLayout() {
    List<ComponentLayout> present =
        ComponentLayout.ALL.stream().filter(layout -> layout.present(root)).toList();
    ComponentLayout last = ComponentLayout.ALL.get(ComponentLayout.ALL.size() - 1);
    return present.size() == 1 ? present.get(0) : last;
  }

  /**
   * Plans a component.
   *
   * @param name what a user wants to call it
   * @param layout where it goes
   * @return everything that will be written
   * @throws ProblemException when the name is not one ({@code config-invalid}), when a component
   *     with this variable, a target or a key exists ({@code component-exists}), or when a file
   *     that must be edited cannot be read
   */
  public InitPlan plan(String name, ComponentLayout layout) {
    ComponentName component = named(name, layout);
    Problems problems = new Problems();
    free(component, layout, problems);
    List<PlannedFile> files = new ArrayList<>();
    byte[] script = new ScriptTemplate(layout).of(component);
    files.add(PlannedFile.script(layout.scriptOf(component), script));
    if (layout instanceof GitLabCiLayout gitLab) {
      new HiddenJob(root, gitLab, component).plan(problems).ifPresent(files::add);
    }
    problems.throwIfErrors();
    return new InitPlan(component, files, layout.declaredTagsFile(), tagOf(script));
  }

  private static ComponentName named(String text, ComponentLayout layout) {
    boolean gitLab = layout instanceof GitLabCiLayout;
    ComponentName name = ComponentName.parse(text).orElse(null);
    // shell functions of the GitLab CI layout find scripts by names without underscores
    if (name != null
        && TagVariable.isName(name.variable())
        && !(gitLab && text.indexOf('_') >= 0)) {
      return name;
    }
    String rule =
        "lower-case letters, digits"
            + (gitLab ? " and '-'" : ", '-' and '_'")
            + ", beginning with a letter";
    Problem problem =
        Problem.error(ProblemId.CONFIG_INVALID, "a component cannot have this name")
            .comparing("'" + text + "'", rule);
    String mended = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    mended = mended.replaceAll("^[-0-9]+|-+$", "");
    throw new ProblemException(
        mended.isEmpty() ? problem : problem.withRemedy(Remedy.advice("Call it '" + mended + "'")));
  }

  private void free(ComponentName name, ComponentLayout layout, Problems problems) {
    for (Component component : existing.all()) {
      if (component.name().variable().equals(name.variable())) {
        problems.add(
            exists("component " + component.name() + " has the variable " + name.variable())
                .at(Location.of(component.script())));
      }
    }
    String script = layout.scriptOf(name);
    if (Files.exists(root.resolve(script), LinkOption.NOFOLLOW_LINKS)) {
      problems.add(exists(script + " is there already").at(Location.of(script)));
    }
    String file = layout.declaredTagsFile();
    DeclaredTags declared = DeclaredTags.read(root.resolve(file), file, problems);
    if (declared.keys().contains(name.declaredKey())) {
      problems.add(
          exists(name.declaredKey() + " is declared already")
              .at(declared.location(name.declaredKey())));
    }
  }

  static Problem exists(String message) {
    return Problem.error(COMPONENT_EXISTS, message)
        .withRemedy(Remedy.advice("Choose another name, or remove what is left of that component"));
  }

  /** The tag of a script without inputs, which no file holds yet. */
  private static Tag tagOf(byte[] script) {
    return new Tag(Digest.MD5.of(script));
  }
}
