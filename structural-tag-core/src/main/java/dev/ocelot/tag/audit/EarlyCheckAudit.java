package dev.ocelot.tag.audit;

import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules about early checks: hidden jobs set {@code CI_BUILD_COMPONENTS_<X>}, and a base job
 * gathers these into {@code CI_BUILD_COMPONENTS}. A pipeline that does neither has no early checks.
 */
final class EarlyCheckAudit {
  private static final String LIST = "CI_BUILD_COMPONENTS";

  private final GitLabCiLayout layout;
  private final Pipeline pipeline;
  private final List<Component> components;
  private final Findings findings;

  EarlyCheckAudit(
      GitLabCiLayout layout, Pipeline pipeline, List<Component> components, Findings findings) {
    this.layout = layout;
    this.pipeline = pipeline;
    this.components = components;
    this.findings = findings;
  }

  void run() {
    List<YamlScalar> gatherers = gatherers();
    boolean used =
        !gatherers.isEmpty()
            || pipeline.jobs().stream()
                .flatMap(job -> job.variables().keySet().stream())
                .anyMatch(name -> name.startsWith(TagReference.EARLY_CHECK_PREFIX));
    if (!used) {
      return;
    }
    for (Component component : components) {
      pipeline.job(layout.jobOf(component.name())).ifPresent(job -> check(component, job));
      for (YamlScalar gatherer : gatherers) {
        gathered(component, gatherer);
      }
    }
  }

  private List<YamlScalar> gatherers() {
    List<YamlScalar> gatherers = new ArrayList<>();
    for (Job job : pipeline.jobs()) {
      YamlScalar list = job.variables().get(LIST);
      if (list != null && list.text().contains(TagReference.EARLY_CHECK_PREFIX)) {
        gatherers.add(list);
      }
    }
    return gatherers;
  }

  private void check(Component component, Job job) {
    TagReference reference = new TagReference(component.name());
    String variable = reference.earlyCheckVariable();
    String name = component.name().text();
    YamlScalar value = pipeline.variables(job).get(variable);
    if (value == null) {
      findings.add(
          Finding.of(
                  AuditRule.EARLY_CHECK_MISSING,
                  name,
                  job.name()
                      + " does not set "
                      + variable
                      + ", so "
                      + name
                      + " is not checked early",
                  job.location())
              .withAdvice("Add the variable " + variable + ": " + name));
    } else if (!value.text().equals(name)) {
      findings.add(
          Finding.of(
                  AuditRule.EARLY_CHECK_FOREIGN,
                  name,
                  job.name() + " sets " + variable + " to something else than " + name,
                  value.location())
              .comparing(value.text(), name)
              .withAdvice("Write " + name));
    }
  }

  private void gathered(Component component, YamlScalar gatherer) {
    String variable = new TagReference(component.name()).earlyCheckVariable();
    if (!TagReference.expands(gatherer.text(), variable)) {
      findings.add(
          Finding.of(
                  AuditRule.EARLY_CHECK_UNREAD,
                  component.name().text(),
                  LIST
                      + " does not hold $"
                      + variable
                      + ", so "
                      + component.name()
                      + " is not checked early",
                  gatherer.location())
              .withAdvice("Add $" + variable));
    }
  }
}
