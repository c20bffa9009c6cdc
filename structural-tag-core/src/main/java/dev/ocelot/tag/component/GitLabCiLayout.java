package dev.ocelot.tag.component;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layout of Mesa's CI: {@code .gitlab-ci/container/build-<c>.sh} with a hidden job {@code
 * .container-builds-<c>}.
 *
 * <p>A component is a hidden job whose script exists and names the component's tag variable. Hidden
 * jobs without a script only group others. Unlike Mesa's {@code update_tag.py}, the job's name must
 * begin with the prefix, the variable must stand as a word of its own, and scripts that no job asks
 * for are not read.
 */
public final class GitLabCiLayout implements ComponentLayout {
  static final String DECLARED_TAGS = ".gitlab-ci/conditional-build-image-tags.yml";

  private static final String FOLDER = ".gitlab-ci/container";
  private static final List<String> JOB_FILES =
      List.of(FOLDER + "/gitlab-ci-inc.yml", FOLDER + "/gitlab-ci.yml");
  private static final String JOB_PREFIX = ".container-builds-";

  @Override
  public String id() {
    return "gitlab-ci";
  }

  @Override
  public boolean present(RepositoryRoot root) {
    return Files.isRegularFile(root.path().resolve(DECLARED_TAGS)) || jobsFile(root).isPresent();
  }

  @Override
  public String declaredTagsFile() {
    return DECLARED_TAGS;
  }

  @Override
  public String scriptOf(ComponentName name) {
    return script(name);
  }

  private static String script(ComponentName name) {
    return FOLDER + "/build-" + name + ".sh";
  }

  @Override
  public Optional<String> folderOf(ComponentName name) {
    return Optional.empty();
  }

  /**
   * The name of the hidden job that belongs to a component.
   *
   * @param name the component
   * @return such as {@code .container-builds-angle}
   */
  public String jobOf(ComponentName name) {
    return JOB_PREFIX + name;
  }

  /**
   * The component that a hidden job would belong to by its name.
   *
   * @param job the key of a job
   * @return the name; empty when the job is none of these
   */
  public Optional<ComponentName> componentOf(String job) {
    return job.startsWith(JOB_PREFIX)
        ? ComponentName.parse(job.substring(JOB_PREFIX.length()))
        : Optional.empty();
  }

  /**
   * The file that holds the hidden jobs.
   *
   * @param root the repository
   * @return its path relative to the root; empty when there is none
   */
  public Optional<String> jobsFile(RepositoryRoot root) {
    for (String file : JOB_FILES) {
      if (Files.isRegularFile(root.path().resolve(file))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<ComponentName> discover(RepositoryRoot root, ParallelMap work, Problems problems) {
    List<ComponentName> names = new ArrayList<>();
    Optional<String> file = jobsFile(root);
    if (file.isPresent()) {
      YamlMap jobs = YamlFile.read(root.path().resolve(file.get()), file.get(), problems);
      List<ComponentName> possible = new ArrayList<>();
      for (String job : jobs.keys()) {
        componentOf(job).ifPresent(possible::add);
      }
      List<Boolean> scripts = work.map(possible, name -> hasScript(root, name));
      for (int i = 0; i < scripts.size(); i++) {
        if (scripts.get(i)) {
          names.add(possible.get(i));
        }
      }
    }
    if (names.isEmpty()) {
      reportEmpty(root, file.orElse(""), problems);
    }
    names.sort(null);
    return names;
  }

  private static boolean hasScript(RepositoryRoot root, ComponentName name) {
    Path script = root.path().resolve(script(name));
    // what is there but no regular file counts: whoever reads it says why it cannot be a script
    return script.toFile().isFile()
        ? WordSearch.mayOccur(name.variable(), script)
        : Files.exists(script, LinkOption.NOFOLLOW_LINKS);
  }

  private static void reportEmpty(RepositoryRoot root, String jobsFile, Problems problems) {
    Path declared = root.path().resolve(DECLARED_TAGS);
    if (problems.hasErrors() || !Files.isRegularFile(declared)) {
      return;
    }
    String what =
        jobsFile.isEmpty()
            ? "there is neither " + String.join(" nor ", JOB_FILES)
            : jobsFile + " has no hidden job " + JOB_PREFIX + "<c> with a script build-<c>.sh";
    String message = "no component was found: " + what;
    // a check that finds nothing to check although tags are declared must not look like success
    problems.add(
        (declares(declared)
                ? Problem.error(ProblemId.CONFIG_INVALID, message)
                : Problem.warning(ProblemId.CONFIG_INVALID, message))
            .at(Location.of(jobsFile.isEmpty() ? FOLDER : jobsFile))
            .withRemedy(
                Remedy.advice(
                    "Add the hidden job, and a script that calls ci_tag_build_time_check with the"
                        + " component's variable")));
  }

  private static boolean declares(Path declared) {
    Problems ignored = new Problems(); // whoever reads the declared tags reports them
    YamlMap file = YamlFile.read(declared, DECLARED_TAGS, ignored);
    return file.get("variables")
        .map(variables -> variables instanceof YamlMap map && !map.isEmpty())
        .orElse(false);
  }

  @Override
  public String toString() {
    return id();
  }
}
