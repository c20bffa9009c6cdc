package dev.ocelot.packaging.component;

import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.tag.component.RepositoryRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Components to be built.
 *
 * @param root the repository
 * @param components what to build; those without a {@code build:} section are left out
 * @param output the module's output directory, such as {@code target/ocelot}
 * @param version of the module
 * @param environment where declared variables get their values from
 * @param hostScripts whether {@code builder: host} is allowed
 * @param onFailure what becomes of the others when one fails
 */
public record ComponentBuildRequest(
    RepositoryRoot root,
    List<TaggedComponent> components,
    Path output,
    String version,
    Map<String, String> environment,
    HostScripts hostScripts,
    OnFailure onFailure) {
  /** Keeps copies; leaves out what has nothing to be built. */
  public ComponentBuildRequest {
    components =
        components.stream()
            .filter(tagged -> !tagged.component().settings().build().keys().isEmpty())
            .toList();
    environment = Map.copyOf(environment);
  }
}
