package dev.ocelot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** When the end of a session says that a module was not built. */
class UnbuiltDependenciesTest {
  private final MavenProject components = module("components", "ocelot");
  private final MavenProject tests = module("tests", "pom");

  @Test
  void whoNeedsWhatWasNotPackagedIsTold() {
    tests.getDependencies().add(on("components"));
    assertThat(UnbuiltDependencies.unbuilt(tests, List.of(components, tests)))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.message()).contains("tests", "components", "package");
              assertThat(problem.remedy().toString()).contains("mvn verify");
            });
  }

  @Test
  void whatWasPackagedIsThere() {
    tests.getDependencies().add(on("components"));
    components.addLifecyclePhase("package");
    assertThat(UnbuiltDependencies.unbuilt(tests, List.of(components, tests))).isEmpty();
  }

  @Test
  void otherModulesAreMavensMatter() {
    MavenProject library = module("library", "jar");
    tests.getDependencies().add(on("library"));
    assertThat(UnbuiltDependencies.unbuilt(tests, List.of(components, library, tests))).isEmpty();
  }

  private static MavenProject module(String name, String packaging) {
    MavenProject module = new MavenProject();
    module.setGroupId("it");
    module.setArtifactId(name);
    module.setName(name);
    module.setPackaging(packaging);
    return module;
  }

  private static Dependency on(String name) {
    Dependency dependency = new Dependency();
    dependency.setGroupId("it");
    dependency.setArtifactId(name);
    dependency.setVersion("1");
    return dependency;
  }
}
