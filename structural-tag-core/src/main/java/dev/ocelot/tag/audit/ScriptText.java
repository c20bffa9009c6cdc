package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.shell.Position;
import dev.ocelot.shell.ShellScript;
import dev.ocelot.shell.ShellText;
import dev.ocelot.tag.component.Component;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The build script of a component, read once for all rules.
 *
 * @param component the component
 * @param script its commands
 * @param lines its lines as written
 */
record ScriptText(Component component, ShellScript script, List<String> lines) {

  static ScriptText of(Component component, byte[] bytes) {
    return new ScriptText(
        component,
        ShellScript.parse(ShellText.of(bytes)),
        new String(bytes, StandardCharsets.UTF_8).lines().toList());
  }

  Location at(Position position) {
    return Location.of(component.script(), position.line(), position.column());
  }

  String name() {
    return component.name().text();
  }
}
