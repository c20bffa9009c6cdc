package dev.ocelot.maven;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import dev.ocelot.maven.console.CommandSpelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds out where the reader stands, so that a printed command works there. */
final class Standing {
  private static final Set<String> PLUGINS =
      Set.of(
          "project/build/plugins/plugin/artifactId",
          "project/build/pluginManagement/plugins/plugin/artifactId");

  private final MavenSession session;
  private final PluginDescriptor plugin;

  Standing(MavenSession session, PluginDescriptor plugin) {
    this.session = session;
    this.plugin = plugin;
  }

  /**
   * The shortest command that works: by prefix if the POM that Maven was started on has the plugin,
   * by prefix and {@code -f} if the root's POM has it, else with full coordinates.
   */
  CommandSpelling spelling(Path root, @Nullable Path givenRoot) {
    Map<String, String> standing = new TreeMap<>();
    if (givenRoot != null) {
      standing.put("ocelot.root", givenRoot.toString());
    }
    MavenProject top = session.getTopLevelProject();
    Path pom = top == null || top.getFile() == null ? null : top.getFile().toPath();
    if (pom != null && top != null && hasPlugin(top.getModel())) {
      return new CommandSpelling(launcher(pom), prefix(), standing);
    }
    Path rootPom = root.resolve("pom.xml");
    if (givenRoot == null && Files.isRegularFile(rootPom) && hasPlugin(rootPom)) {
      return new CommandSpelling("mvn -f " + shown(root), prefix(), standing);
    }
    return new CommandSpelling("mvn", plugin.getId(), standing);
  }

  private String prefix() {
    return plugin.getGoalPrefix();
  }

  /** A person who gave {@code -f} stands elsewhere and has to give it again. */
  private String launcher(Path pom) {
    Path here = Path.of(System.getProperty("user.dir", ".")).toAbsolutePath().normalize();
    Path folder = pom.toAbsolutePath().normalize().getParent();
    boolean standsThere = here.equals(folder) && pom.endsWith("pom.xml");
    return standsThere ? "mvn" : "mvn -f " + shown(pom);
  }

  private static String shown(Path path) {
    return CommandSpelling.quoted(path.toString());
  }

  /**
   * Maven finds a prefix in the build of a POM; a profile may not be active, and what is inherited
   * is not looked for: full coordinates always work.
   */
  private boolean hasPlugin(Path pom) {
    try (InputStream in = Files.newInputStream(pom)) {
      XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
      Deque<String> path = new ArrayDeque<>();
      StringBuilder text = new StringBuilder();
      boolean found = false;
      while (xml.hasNext() && !found) {
        switch (xml.next()) {
          case START_ELEMENT -> {
            path.addLast(xml.getLocalName());
            text.setLength(0);
          }
          case CHARACTERS -> text.append(xml.getText());
          case END_ELEMENT -> {
            found =
                PLUGINS.contains(String.join("/", path))
                    && text.toString().trim().equals(plugin.getArtifactId());
            path.removeLast();
          }
          default -> {
            // neither structure nor text
          }
        }
      }
      return found;
    } catch (IOException | XMLStreamException e) {
      return false;
    }
  }

  private boolean hasPlugin(Model model) {
    Build build = model.getBuild();
    return build != null
        && (lists(build)
            || (build.getPluginManagement() != null && lists(build.getPluginManagement())));
  }

  private boolean lists(PluginContainer plugins) {
    return plugins.getPlugins().stream()
        .map(Plugin::getKey)
        .anyMatch(plugin.getPluginLookupKey()::equals);
  }
}
