package dev.ocelot.tag.init;

import dev.ocelot.tag.component.ComponentLayout;
import dev.ocelot.tag.component.ComponentName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The build script that a new component begins with: a resource named after the layout. */
final class ScriptTemplate {
  private final ComponentLayout layout;

  ScriptTemplate(ComponentLayout layout) {
    this.layout = layout;
  }

  byte[] of(ComponentName component) {
    String name = layout.id() + ".sh";
    try (InputStream in = ScriptTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@NAME@", component.text())
          .replace("@VARIABLE@", component.variable())
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
