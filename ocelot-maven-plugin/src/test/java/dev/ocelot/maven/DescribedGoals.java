package dev.ocelot.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;

/** The goals as Maven will see them: the plugin descriptor that the build has made. */
final class DescribedGoals {
  private DescribedGoals() {}

  static PluginDescriptor plugin() {
    try (InputStream in =
        Objects.requireNonNull(
            DescribedGoals.class.getResourceAsStream("/META-INF/maven/plugin.xml"),
            "no plugin descriptor: it is made in the phase process-classes")) {
      return new PluginDescriptorBuilder().build(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException | PlexusConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every goal of ours; the generated {@code help} is the tool's. */
  static List<MojoDescriptor> goals() {
    return plugin().getMojos().stream().filter(goal -> !goal.getGoal().equals("help")).toList();
  }

  /** What a user may set. */
  static List<Parameter> settable(MojoDescriptor goal) {
    return goal.getParameters().stream().filter(Parameter::isEditable).toList();
  }

  /** The property in {@code ${...}}; empty when the command line cannot set the parameter. */
  static String property(MojoDescriptor goal, Parameter parameter) {
    String expression = goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
    return expression.startsWith("${") ? expression.substring(2, expression.length() - 1) : "";
  }

  static String defaultValue(MojoDescriptor goal, Parameter parameter) {
    return goal.getMojoConfiguration()
        .getChild(parameter.getName())
        .getAttribute("default-value", "");
  }
}
