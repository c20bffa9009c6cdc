package dev.ocelot.tag.audit;

import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.yaml.YamlScalar;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about hidden jobs, their groups, and the tag variables that jobs set. */
final class JobAudit {
  private final RepositoryRoot root;
  private final GitLabCiLayout layout;
  private final Pipeline pipeline;
  private final List<Component> components;
  private final Findings findings;

  JobAudit(
      RepositoryRoot root,
      GitLabCiLayout layout,
      Pipeline pipeline,
      List<Component> components,
      Findings findings) {
    this.root = root;
    this.layout = layout;
    this.pipeline = pipeline;
    this.components = components;
    this.findings = findings;
  }

  void run() {
    Set<Job> used = new HashSet<>();
    pipeline.jobs().stream()
        .filter(job -> !job.isHidden())
        .forEach(job -> used.addAll(pipeline.lineage(job)));
    for (Component component : components) {
      TagReference reference = new TagReference(component.name());
      pipeline
          .job(layout.jobOf(component.name()))
          .ifPresent(
              job -> {
                mustSet(reference, job);
                if (!used.isEmpty() && !used.contains(job)) {
                  unused(component, job);
                }
              });
      pipeline.job(testJobOf(component)).ifPresent(job -> mustSet(reference, job));
    }
    Map<String, TagReference> variables = new HashMap<>();
    components.forEach(
        component -> {
          TagReference reference = new TagReference(component.name());
          variables.put(reference.variable(), reference);
        });
    for (Job job : pipeline.jobs()) {
      foreign(job, variables);
      dangling(job);
      scriptless(job);
    }
  }

  static String testJobOf(Component component) {
    return ".test-" + component.name();
  }

  private void mustSet(TagReference reference, Job job) {
    if (pipeline.variables(job).containsKey(reference.variable())) {
      return;
    }
    String line = reference.variable() + ": \"" + reference.declaredValue() + "\"";
    findings.add(
        Finding.of(
                AuditRule.TAG_VARIABLE_MISSING,
                reference.component().text(),
                job.name() + " does not set " + reference.variable(),
                job.location())
            .withAdvice("Add the variable " + line));
  }

  private void foreign(Job job, Map<String, TagReference> variables) {
    job.variables()
        .forEach(
            (name, value) -> {
              TagReference reference = variables.get(name);
              // an empty tag is how a job says that it does without the component
              if (reference != null
                  && !value.text().isEmpty()
                  && !reference.isDeclaredValue(value.text())) {
                foreign(job, reference, value);
              }
            });
  }

  private void foreign(Job job, TagReference reference, YamlScalar value) {
    findings.add(
        Finding.of(
                AuditRule.TAG_VARIABLE_FOREIGN,
                reference.component().text(),
                job.name()
                    + " sets "
                    + reference.variable()
                    + " to something else than the declared tag of "
                    + reference.component(),
                value.location())
            .comparing(value.text(), reference.declaredValue())
            .withAdvice("Write " + reference.declaredValue()));
  }

  private void unused(Component component, Job job) {
    findings.add(
        Finding.of(
                AuditRule.HIDDEN_JOB_UNUSED,
                component.name().text(),
                "no image job extends " + job.name() + ", nor a group that does",
                job.location())
            .withAdvice("Extend it in the job of the image that holds " + component.name()));
  }

  private void dangling(Job job) {
    for (YamlScalar parent : job.extended()) {
      if (layout.componentOf(parent.text()).isPresent() && pipeline.job(parent.text()).isEmpty()) {
        findings.add(
            Finding.of(
                    AuditRule.GROUP_DANGLING,
                    job.name(),
                    job.name() + " extends " + parent.text() + ", which does not exist",
                    parent.location())
                .withAdvice("Remove it, or add the hidden job"));
      }
    }
  }

  /** A hidden job that speaks of the component of its own name, which is none. */
  private void scriptless(Job job) {
    ComponentName name = layout.componentOf(job.name()).orElse(null);
    if (name == null || components.stream().anyMatch(known -> known.name().equals(name))) {
      return;
    }
    TagReference reference = new TagReference(name);
    Map<String, YamlScalar> variables = job.variables();
    if (!variables.containsKey(reference.variable())
        && !variables.containsKey(reference.earlyCheckVariable())) {
      return;
    }
    String script = layout.scriptOf(name);
    if (Files.exists(root.resolve(script))) {
      findings.add(
          Finding.of(
                  AuditRule.CALL_MISSING,
                  name.text(),
                  script + " never checks " + reference.variable(),
                  dev.ocelot.problem.Location.of(script))
              .withAdvice("Call ci_tag_build_time_check \"" + reference.variable() + "\""));
    } else {
      findings.add(
          Finding.of(
                  AuditRule.SCRIPT_MISSING,
                  name.text(),
                  job.name() + " asks for " + name + ", but there is no " + script,
                  job.location())
              .withAdvice("Add the script, or remove the job"));
    }
  }
}
