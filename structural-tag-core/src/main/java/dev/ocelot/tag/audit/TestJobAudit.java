package dev.ocelot.tag.audit;

import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.yaml.YamlScalar;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules about jobs that test what was built: do they get the tags that their scripts check. */
final class TestJobAudit {
  private final RepositoryRoot root;
  private final GitLabCiLayout layout;
  private final Pipeline pipeline;
  private final List<Component> components;
  private final Findings findings;

  TestJobAudit(
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
    List<Component> untested =
        components.stream().filter(component -> !isTested(component)).toList();
    if (untested.size() < components.size()) { // else nothing is tested by tag here
      untested.forEach(this::untested);
    }
    Map<String, Component> byVariable = new HashMap<>();
    components.forEach(component -> byVariable.put(component.name().variable(), component));
    for (TestScript script : TestScript.find(root)) {
      Component component = byVariable.get(script.variable());
      if (component != null) {
        pipeline.jobs().stream()
            .filter(job -> !job.isHidden())
            .forEach(job -> given(job, script, component));
      }
    }
  }

  private boolean isTested(Component component) {
    TagReference reference = new TagReference(component.name());
    return pipeline.jobs().stream()
        .filter(job -> layout.componentOf(job.name()).isEmpty())
        .map(job -> job.variables().get(reference.variable()))
        .anyMatch(value -> value != null && reference.isDeclaredValue(value.text()));
  }

  private void untested(Component component) {
    TagReference reference = new TagReference(component.name());
    pipeline
        .job(layout.jobOf(component.name()))
        .ifPresent(
            job ->
                findings.add(
                    Finding.of(
                            AuditRule.TEST_JOB_MISSING,
                            component.name().text(),
                            "no test job is given the tag of " + component.name(),
                            job.location())
                        .withAdvice(
                            "Add a hidden job "
                                + JobAudit.testJobOf(component)
                                + " that sets "
                                + reference.variable()
                                + " to "
                                + reference.declaredValue()
                                + ", and extend it where "
                                + component.name()
                                + " is tested")));
  }

  private void given(Job job, TestScript script, Component component) {
    Map<String, YamlScalar> variables = pipeline.variables(job);
    YamlScalar tag = variables.get(script.variable());
    if ((tag != null && !tag.text().isEmpty()) || !runs(job, variables.values(), script)) {
      return;
    }
    findings.add(
        Finding.of(
                AuditRule.TEST_TAG_MISSING,
                component.name().text(),
                job.name()
                    + " runs "
                    + script.path()
                    + ", which checks "
                    + script.variable()
                    + ", but is not given that tag",
                job.location())
            .withAdvice(
                pipeline.job(JobAudit.testJobOf(component)).isPresent()
                    ? "Extend " + JobAudit.testJobOf(component)
                    : "Set "
                        + script.variable()
                        + " to "
                        + new TagReference(component.name()).declaredValue()));
  }

  private boolean runs(Job job, Collection<YamlScalar> variables, TestScript script) {
    Pattern name =
        Pattern.compile(
            "(?<![A-Za-z0-9_.-])" + Pattern.quote(script.name()) + "(?![A-Za-z0-9_.-])");
    return Stream.concat(variables.stream(), pipeline.scriptLines(job).stream())
        .anyMatch(line -> name.matcher(line.text()).find());
  }
}
