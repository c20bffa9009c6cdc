package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.ComponentSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What one rule finds in one script of component {@code alpha}. */
final class ScriptFindings {
  private ScriptFindings() {}

  interface Rule {
    void run(ScriptText text, Findings findings);
  }

  static ScriptText text(ComponentLayout layout, String script) {
    ComponentName alpha = new ComponentName("alpha");
    Component component =
        new Component(alpha, layout, layout.scriptOf(alpha), ComponentSettings.DEFAULT);
    return ScriptText.of(component, script.getBytes(StandardCharsets.UTF_8));
  }

  static List<Finding> of(ComponentLayout layout, String script, Rule rule) {
    Findings findings = new Findings();
    rule.run(text(layout, script), findings);
    return findings.sorted();
  }

  /** Rule and place of each finding, such as {@code call-unreached 3:1}. */
  static String brief(List<Finding> findings) {
    return String.join(
        "; ",
        findings.stream()
            .map(
                finding ->
                    finding.location() instanceof Location.InText at
                        ? String.format(
                            Locale.ROOT, "%s %d:%d", finding.rule(), at.line(), at.column())
                        : finding.rule().id())
            .toList());
  }
}
