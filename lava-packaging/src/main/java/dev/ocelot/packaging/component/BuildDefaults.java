package dev.ocelot.packaging.component;

import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The {@code build} section of the defaults that Ocelot ships. */
final class BuildDefaults {
  private static final String RESOURCE = "/dev/ocelot/config/defaults.yaml";

  private BuildDefaults() {}

  static YamlMap read() {
    try (InputStream in = BuildDefaults.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      Problems defects = new Problems();
      YamlMap all = YamlFile.parse(in.readAllBytes(), "defaults.yaml", defects);
      YamlMap section =
          new YamlReader(all, "the defaults", defects).map("build").orElse(YamlMap.EMPTY);
      if (defects.hasErrors()) {
        throw new IllegalStateException("the shipped defaults are wrong: " + defects.all());
      }
      return section;
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
