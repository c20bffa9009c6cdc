package dev.ocelot.tag.audit;

import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The jobs of a GitLab pipeline and what they inherit, as far as the repository tells. */
final class Pipeline {
  private static final Set<String> NOT_JOBS =
      Set.of("include", "variables", "default", "workflow", "stages", "spec", "image", "services");

  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final Map<String, YamlScalar> common = new LinkedHashMap<>();

  private Pipeline() {}

  static Pipeline read(RepositoryRoot root, List<String> files, Problems problems) {
    Pipeline pipeline = new Pipeline();
    for (YamlMap file : GitLabIncludes.read(root, files, problems)) {
      Job.variablesOf(file, pipeline.common);
      for (String key : file.keys()) {
        if (!NOT_JOBS.contains(key) && file.get(key).orElseThrow() instanceof YamlMap map) {
          pipeline
              .jobs
              .computeIfAbsent(key, name -> new Job(name, new ArrayList<>()))
              .definitions()
              .add(new Definition(map, file.keyLocation(key)));
        }
      }
    }
    return pipeline;
  }

  /** All jobs, hidden ones included. */
  Collection<Job> jobs() {
    return jobs.values();
  }

  Optional<Job> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /** The jobs that a job inherits from, nearest last, itself at the end. */
  List<Job> lineage(Job job) {
    Set<Job> seen = new LinkedHashSet<>();
    collect(job, seen, new LinkedHashSet<>());
    return List.copyOf(seen);
  }

  private void collect(Job job, Set<Job> seen, Set<String> path) {
    if (!path.add(job.name())) {
      return; // GitLab refuses a job that extends itself
    }
    for (String parent : job.parents()) {
      job(parent).ifPresent(found -> collect(found, seen, path));
    }
    seen.remove(job);
    seen.add(job);
    path.remove(job.name());
  }

  /** The variables of a job with those that it inherits and those of all jobs. */
  Map<String, YamlScalar> variables(Job job) {
    Map<String, YamlScalar> all = new LinkedHashMap<>(common);
    lineage(job).forEach(ancestor -> all.putAll(ancestor.variables()));
    return all;
  }

  /** The lines of a job's scripts, its own or the nearest inherited. */
  List<YamlScalar> scriptLines(Job job) {
    List<YamlScalar> lines = new ArrayList<>();
    for (String section : List.of("before_script", "script", "after_script")) {
      List<Job> lineage = lineage(job);
      for (int i = lineage.size() - 1; i >= 0; i--) {
        Optional<YamlNode> node = lineage.get(i).get(section);
        if (node.isPresent()) {
          scalars(node.get(), lines);
          break;
        }
      }
    }
    return lines;
  }

  private static void scalars(YamlNode node, List<YamlScalar> into) {
    if (node instanceof YamlScalar scalar) {
      into.add(scalar);
    } else if (node instanceof YamlList list && list.tag().isEmpty()) {
      list.items().forEach(item -> scalars(item, into));
    }
  }
}
