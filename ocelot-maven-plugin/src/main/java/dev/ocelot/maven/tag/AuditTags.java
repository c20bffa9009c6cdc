package dev.ocelot.maven.tag;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.audit.Audit;
import dev.ocelot.tag.audit.Finding;
import dev.ocelot.tag.audit.StaleComponents;
import dev.ocelot.tag.check.CheckReport;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.repository.TaggedRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code audit-tags} does. */
final class AuditTags {
  private final Ground ground;
  private final ComponentSelection selection;

  AuditTags(Ground ground, ComponentSelection selection) {
    this.ground = ground;
    this.selection = selection;
  }

  Report run() {
    Problems problems = new Problems();
    TaggedRepository repository = TagGround.open(ground, problems).orElseThrow();
    CheckReport report = repository.describe(selection, problems);
    LocalDate today = ground.today();
    List<Finding> findings = findings(repository, report, today);
    findings.forEach(finding -> problems.add(finding.toProblem()));
    String line =
        findings.isEmpty()
            ? "nothing found"
            : findings.size() + (findings.size() == 1 ? " finding" : " findings");
    return new Report(List.of(line), problems.all(), json -> write(json, findings));
  }

  /**
   * The audit looks at all components, or it would take the others for missing; the selection
   * narrows what is shown.
   */
  private List<Finding> findings(TaggedRepository repository, CheckReport report, LocalDate today) {
    List<Finding> all =
        new Audit(repository.components(), repository.inputs())
            .run(StaleComponents.of(report, today));
    if (selection.equals(ComponentSelection.ALL)) {
      return all;
    }
    Set<String> selected =
        report.results().stream().map(r -> r.component().name().text()).collect(Collectors.toSet());
    return all.stream().filter(finding -> selected.contains(finding.subject())).toList();
  }

  private static void write(JsonWriter json, List<Finding> findings) {
    json.object().name("findings").array();
    findings.forEach(finding -> finding.write(json));
    json.end().end();
  }
}
