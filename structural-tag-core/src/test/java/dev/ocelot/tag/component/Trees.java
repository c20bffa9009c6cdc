package dev.ocelot.tag.component;

import dev.ocelot.tag.TestTree;
import java.util.List;

/** Repositories in both layouts. */
final class Trees {
  private Trees() {}

  /** A component of the GitLab CI layout, but for its hidden job. */
  static void gitLabScript(TestTree tree, String name) {
    String variable = new ComponentName(name).variable();
    tree.file(
        ".gitlab-ci/container/build-" + name + ".sh",
        "ci_tag_build_time_check \"" + variable + "\"\n");
  }

  /** The hidden jobs. */
  static void gitLabJobs(TestTree tree, String... jobs) {
    StringBuilder yaml = new StringBuilder(".base:\n  script: !reference [a, b]\n");
    for (String job : jobs) {
      yaml.append(job).append(":\n  variables: {A: b}\n");
    }
    tree.file(".gitlab-ci/container/gitlab-ci-inc.yml", yaml.toString());
  }

  /** Components of the GitLab CI layout. */
  static void gitLab(TestTree tree, String... names) {
    for (String name : names) {
      gitLabScript(tree, name);
    }
    gitLabJobs(
        tree, List.of(names).stream().map(n -> ".container-builds-" + n).toArray(String[]::new));
  }

  /** A component of the layout with folders. */
  static void ocelot(TestTree tree, String... names) {
    for (String name : names) {
      tree.file("components/" + name + "/build.sh", "true\n");
    }
  }
}
