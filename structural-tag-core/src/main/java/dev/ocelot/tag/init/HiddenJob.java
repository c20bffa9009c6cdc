package dev.ocelot.tag.init;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.yaml.YamlEdit;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlLimits;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hidden job of a new component, as the jobs of Mesa's CI are: it passes the declared tag on,
 * and puts the component on the list of early checks where that list is kept.
 */
final class HiddenJob {
  private static final String LIST = "CI_BUILD_COMPONENTS";
  private static final String LIST_PREFIX = LIST + "_";
  private static final String VARIABLES = "variables";

  private final RepositoryRoot root;
  private final GitLabCiLayout layout;
  private final ComponentName component;

  HiddenJob(RepositoryRoot root, GitLabCiLayout layout, ComponentName component) {
    this.root = root;
    this.layout = layout;
    this.component = component;
  }

  /** The file with the job; empty when that cannot be planned, and then the problems say why. */
  Optional<PlannedFile> plan(Problems problems) {
    String job = layout.jobOf(component);
    Optional<String> file = layout.jobsFile(root);
    if (file.isEmpty()) {
      String script = layout.scriptOf(component);
      String folder = script.substring(0, script.lastIndexOf('/') + 1);
      byte[] text = new JobText(job, variables(true)).appendedTo(new byte[0]);
      return Optional.of(PlannedFile.created(folder + "gitlab-ci-inc.yml", text));
    }
    try {
      byte[] before = YamlFile.bytes(root.resolve(file.get()), file.get(), YamlLimits.DEFAULT);
      YamlMap jobs = new YamlEdit(before, file.get()).map();
      if (jobs.get(job).isPresent()) {
        problems.add(NewComponent.exists(job + " is there already").at(jobs.keyLocation(job)));
        return Optional.empty();
      }
      return Optional.of(PlannedFile.edited(file.get(), before, edited(before, jobs, file.get())));
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private byte[] edited(byte[] before, YamlMap jobs, String shownAs) {
    JobText text = new JobText(layout.jobOf(component), variables(listsComponents(jobs)));
    byte[] after = text.insertedInto(before, jobs, layout);
    YamlEdit edit = new YamlEdit(after, shownAs);
    for (String name : jobs.keys()) {
      String list = variable(jobs, name, LIST).orElse("");
      if (list.contains(LIST_PREFIX)) {
        edit.set(List.of(name, VARIABLES, LIST), list + " $" + listVariable());
      }
    }
    return edit.apply();
  }

  /** Whether jobs keep the list of early checks; with no component to tell from, they do. */
  private boolean listsComponents(YamlMap jobs) {
    boolean any = false;
    for (String name : jobs.keys()) {
      Optional<ComponentName> other = layout.componentOf(name);
      if (other.isPresent() && variable(jobs, name, other.get().variable()).isPresent()) {
        any = true;
        if (variables(jobs, name).keys().stream().anyMatch(key -> key.startsWith(LIST_PREFIX))) {
          return true;
        }
      }
    }
    return !any;
  }

  private static YamlMap variables(YamlMap jobs, String job) {
    return jobs.get(job).orElse(null) instanceof YamlMap map
            && map.get(VARIABLES).orElse(null) instanceof YamlMap variables
        ? variables
        : YamlMap.EMPTY;
  }

  private static Optional<String> variable(YamlMap jobs, String job, String name) {
    return variables(jobs, job).get(name).orElse(null) instanceof YamlScalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private Map<String, String> variables(boolean listed) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(component.variable(), "\"${" + component.declaredKey() + "}\"");
    if (listed) {
      variables.put(listVariable(), component.text());
    }
    return variables;
  }

  private String listVariable() {
    String variable = component.variable();
    return LIST_PREFIX + variable.substring(0, variable.length() - "_TAG".length());
  }
}
