package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.declared.DeclaredTags;
import dev.ocelot.tag.export.TagVariable;
import dev.ocelot.yaml.NearMiss;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about declared keys: one for each component, and none for anything else. */
final class DeclaredKeyAudit {
  private static final String PREFIX = "CONDITIONAL_BUILD_";

  private final RepositoryRoot root;
  private final ComponentLayout layout;
  private final List<Component> components;
  private final Findings findings;

  /**
   * The rules for one layout.
   *
   * @param components those of the layout
   */
  DeclaredKeyAudit(
      RepositoryRoot root, ComponentLayout layout, List<Component> components, Findings findings) {
    this.root = root;
    this.layout = layout;
    this.components = components;
    this.findings = findings;
  }

  void run(Problems problems) {
    String file = layout.declaredTagsFile();
    Problems own = new Problems();
    DeclaredTags declared = DeclaredTags.read(root.resolve(file), file, own);
    problems.addAll(own.all());
    Set<String> known = new HashSet<>();
    for (Component component : components) {
      String key = component.name().declaredKey();
      known.add(key);
      if (declared.get(key).isEmpty() && !own.hasErrors()) {
        missing(component.name(), file);
      }
      if (!TagVariable.isName(component.name().variable())) {
        notShell(component);
      }
    }
    for (String key : declared.keys()) {
      if (key.startsWith(PREFIX) && !known.contains(key)) {
        orphan(key, declared.location(key), known);
      }
    }
  }

  private void missing(ComponentName name, String file) {
    findings.add(
        Finding.of(
                AuditRule.DECLARED_KEY_MISSING,
                name.text(),
                "no tag is declared for " + name + ": " + name.declaredKey() + " is absent",
                Location.of(file))
            .withRemedy(
                Remedy.run(
                    "update-tags",
                    Map.of("ocelot.components", name.text()),
                    "declare the computed tag")));
  }

  private void notShell(Component component) {
    findings.add(
        Finding.of(
                AuditRule.VARIABLE_NOT_SHELL,
                component.name().text(),
                "no shell can hold the variable "
                    + component.name().variable()
                    + ", because it begins with a digit",
                Location.of(component.script()))
            .withAdvice("Rename the component so that it begins with a letter"));
  }

  private void orphan(String key, Location location, Set<String> known) {
    Finding finding =
        Finding.of(
            AuditRule.DECLARED_KEY_ORPHAN,
            key,
            key + " is declared, but there is no such component",
            location);
    findings.add(
        finding.withAdvice(
            NearMiss.nearest(key, known)
                .map(near -> "Remove it, or write " + near)
                .orElse("Remove it, or add the component")));
  }
}
