package dev.ocelot.maven;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * The modules of the build and who depends on whom, {@code -pl} or not.
 *
 * <p>Maven finishes a module before it begins those that depend on it, so what a module publishes
 * is public before they have tested it.
 */
final class Reactor {
  private final List<MavenProject> modules;

  Reactor(MavenSession session) {
    List<MavenProject> all = session.getAllProjects();
    this.modules = all == null ? session.getProjects() : all;
  }

  /** All of them, in the order of the build. */
  List<MavenProject> modules() {
    return modules;
  }

  /**
   * The modules that depend on one, directly or through others, by dependency or by plugin.
   *
   * @param module the module
   * @return their names as Maven shows them, in the order of the build
   */
  List<MavenProject> dependents(MavenProject module) {
    Set<String> reached = new HashSet<>(Set.of(key(module)));
    List<MavenProject> found = new ArrayList<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (MavenProject candidate : modules) {
        if (!reached.contains(key(candidate)) && dependsOnAny(candidate, reached)) {
          reached.add(key(candidate));
          found.add(candidate);
          grown = true;
        }
      }
    }
    found.sort((a, b) -> Integer.compare(modules.indexOf(a), modules.indexOf(b)));
    return found;
  }

  private static boolean dependsOnAny(MavenProject module, Set<String> keys) {
    for (Dependency dependency : module.getDependencies()) {
      if (keys.contains(dependency.getGroupId() + ":" + dependency.getArtifactId())) {
        return true;
      }
    }
    for (Plugin plugin : module.getBuildPlugins()) {
      if (keys.contains(plugin.getKey()) || uses(plugin.getDependencies(), keys)) {
        return true;
      }
    }
    return false;
  }

  private static boolean uses(List<Dependency> dependencies, Set<String> keys) {
    return dependencies.stream()
        .anyMatch(d -> keys.contains(d.getGroupId() + ":" + d.getArtifactId()));
  }

  private static String key(MavenProject module) {
    return module.getGroupId() + ":" + module.getArtifactId();
  }
}
