package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.shell.ShellCommand;
import dev.ocelot.shell.ShellScript;
import dev.ocelot.shell.ShellText;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.GitLabCiLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.TagCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule about build scripts that check a tag without being those of a component. */
final class OrphanScriptAudit {
  private static final Pattern SCRIPT = Pattern.compile(".*/build-([a-z0-9_-]+)\\.sh");

  private final RepositoryRoot root;
  private final GitLabCiLayout layout;
  private final List<Component> components;
  private final Findings findings;

  OrphanScriptAudit(
      RepositoryRoot root, GitLabCiLayout layout, List<Component> components, Findings findings) {
    this.root = root;
    this.layout = layout;
    this.components = components;
    this.findings = findings;
  }

  void run() {
    Set<String> known = new HashSet<>();
    components.forEach(component -> known.add(component.script()));
    for (String path : new WildcardPath(".gitlab-ci/container/build-*.sh").matches(root)) {
      Matcher name = SCRIPT.matcher(path);
      if (!known.contains(path) && name.matches() && calls(path)) {
        ComponentName.parse(name.group(1)).ifPresent(component -> orphan(path, component));
      }
    }
  }

  private boolean calls(String path) {
    Optional<byte[]> bytes = ScriptBytes.read(root.resolve(path), TagCall.FUNCTION);
    CallFinder finder = new CallFinder();
    bytes.ifPresent(text -> finder.statements(ShellScript.parse(ShellText.of(text)).statements()));
    return finder.found;
  }

  private void orphan(String path, ComponentName name) {
    findings.add(
        Finding.of(
                AuditRule.HIDDEN_JOB_MISSING,
                name.text(),
                path + " checks a tag, but there is no hidden job " + layout.jobOf(name),
                Location.of(path))
            .withAdvice("Add the hidden job " + layout.jobOf(name)));
  }

  private static final class CallFinder extends ScriptVisitor {
    private boolean found;

    @Override
    void simple(ShellCommand.Simple simple) {
      found |= nameOf(simple).equals(TagCall.FUNCTION);
    }
  }
}
