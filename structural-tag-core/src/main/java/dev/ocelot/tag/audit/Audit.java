package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Audits the wiring and the scripts of components.
 *
 * <p>The rules about the pipeline apply to the GitLab CI layout, the others to both layouts.
 */
public final class Audit {
  private final RepositoryRoot root;
  private final Components components;
  private final ComponentInputs inputs;
  private final Findings findings = new Findings();

  /**
   * An audit of one repository; run it once.
   *
   * @param components all components of the repository: with a selection, the others would be taken
   *     for missing
   * @param inputs tells what enters their tags
   */
  public Audit(Components components, ComponentInputs inputs) {
    this.root = components.root();
    this.components = components;
    this.inputs = inputs;
  }

  /**
   * Looks at everything.
   *
   * @param stale the components whose tags must be declared anew, and the day
   * @return the findings, the worst first, then by place
   */
  public List<Finding> run(StaleComponents stale) {
    Problems problems = new Problems();
    for (ComponentLayout layout : ComponentLayout.ALL) {
      List<Component> own =
          components.all().stream()
              .filter(component -> component.layout().id().equals(layout.id()))
              .toList();
      List<ScriptText> scripts = scripts(own);
      new DeclaredKeyAudit(root, layout, own, findings).run(problems);
      scripts.forEach(this::script);
      if (layout instanceof GitLabCiLayout gitLab && layout.present(root)) {
        pipeline(gitLab, own, problems);
        new ImageTagAudit(root, stale, findings, problems).run(scripts);
      }
    }
    problems.all().forEach(this::unread);
    return findings.sorted();
  }

  private List<ScriptText> scripts(List<Component> of) {
    List<ScriptText> scripts = new ArrayList<>();
    for (Component component : of) {
      ScriptBytes.read(root.resolve(component.script()), "")
          .ifPresent(bytes -> scripts.add(ScriptText.of(component, bytes)));
    }
    return scripts;
  }

  private void script(ScriptText text) {
    new CallAudit(text, findings).run();
    declared(text.component())
        .ifPresent(declared -> new InputAudit(root, text, declared, findings).run());
    new EnvironmentAudit(text, findings).run();
  }

  /** The inputs behind the script; empty when they cannot be told, which a check reports. */
  private Optional<List<String>> declared(Component component) {
    try {
      List<String> paths =
          inputs.of(component, new Problems()).stream().map(TagInput::path).toList();
      return Optional.of(paths.subList(1, paths.size()));
    } catch (ProblemException unknown) {
      return Optional.empty();
    }
  }

  private void pipeline(GitLabCiLayout layout, List<Component> own, Problems problems) {
    List<String> files = new ArrayList<>();
    layout.jobsFile(root).ifPresent(files::add);
    files.addAll(new WildcardPath(".gitlab-ci/test/*.yml").matches(root));
    Pipeline pipeline = Pipeline.read(root, files, problems);
    new JobAudit(root, layout, pipeline, own, findings).run();
    new EarlyCheckAudit(layout, pipeline, own, findings).run();
    new TestJobAudit(root, layout, pipeline, own, findings).run();
    new OrphanScriptAudit(root, layout, own, findings).run();
  }

  private void unread(Problem problem) {
    String file =
        problem.location() instanceof Location.InText text
            ? text.file()
            : problem.location().toString();
    findings.add(
        Finding.of(AuditRule.PIPELINE_UNREAD, file, problem.message(), problem.location())
            .comparing(problem.got(), problem.expected())
            .withRemedy(problem.remedy()));
  }
}
