package dev.ocelot.maven.component;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A module that builds components.
 *
 * @param name as Maven shows it
 * @param folder where it lies
 * @param listed the components that its POM lists
 */
record BuildingModule(String name, Path folder, List<String> listed) {
  private static final String PLUGIN = "dev.ocelot:ocelot-maven-plugin";
  private static final String GOAL = "build-components";

  static BuildingModule of(MavenProject module) {
    return new BuildingModule(
        module.getName(),
        module.getBasedir().toPath().toAbsolutePath().normalize(),
        listed(module));
  }

  static List<BuildingModule> all(List<MavenProject> modules) {
    return modules.stream().filter(BuildingModule::builds).map(BuildingModule::of).toList();
  }

  private static boolean builds(MavenProject module) {
    Plugin plugin = module.getPlugin(PLUGIN);
    return module.getPackaging().equals("ocelot")
        || (plugin != null
            && plugin.getExecutions().stream().anyMatch(e -> e.getGoals().contains(GOAL)));
  }

  private static List<String> listed(MavenProject module) {
    List<String> names = new ArrayList<>();
    Plugin plugin = module.getPlugin(PLUGIN);
    if (plugin != null) {
      names.addAll(components(plugin.getConfiguration()));
      plugin.getExecutions().stream()
          .filter(e -> e.getGoals().contains(GOAL))
          .forEach(e -> names.addAll(components(e.getConfiguration())));
    }
    return names.stream().distinct().toList();
  }

  /** The class of a configuration differs between versions of Maven; its text does not. */
  private static List<String> components(@Nullable Object configuration) {
    List<String> names = new ArrayList<>();
    if (configuration == null) {
      return names;
    }
    try {
      XMLStreamReader xml =
          XMLInputFactory.newInstance()
              .createXMLStreamReader(new StringReader(configuration.toString()));
      List<String> path = new ArrayList<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == START_ELEMENT) {
          path.add(xml.getLocalName());
          if (path.size() == 3 && path.get(1).equals("components")) {
            names.add(xml.getElementText().trim());
            path.remove(2);
          }
        } else if (event == javax.xml.stream.XMLStreamConstants.END_ELEMENT) {
          path.remove(path.size() - 1);
        }
      }
      return names;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("unreadable configuration of " + PLUGIN, e);
    }
  }
}
