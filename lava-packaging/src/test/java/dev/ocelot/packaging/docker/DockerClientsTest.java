package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.docker.ImageBuilder.Way;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerClientsTest {
  private final Path folder;

  DockerClientsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Tools two() throws IOException {
    for (String directory : new String[] {"a", "b"}) {
      Path program = Files.createDirectories(folder.resolve(directory)).resolve("docker");
      Files.writeString(program, "");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    return new Tools(Map.of("PATH", folder.resolve("a") + ":" + folder.resolve("b")));
  }

  /** Two clients, the version of each, and whether it has the plugin. */
  private static Function<ProcessRequest, ProcessResult> clients(
      String versionA, boolean pluginA, String versionB, boolean pluginB) {
    return request -> {
      boolean isA = request.argv().get(0).endsWith("/a/docker");
      String version = isA ? versionA : versionB;
      if (request.argv().get(1).equals("buildx")) {
        return FakeClient.ends(request, (isA ? pluginA : pluginB) ? 0 : 1);
      }
      return switch (version) {
        case "down" -> FakeClient.ends(request, 1, "Cannot connect to the Docker daemon at x.");
        case "hangs" -> FakeClient.hangs(request);
        default -> FakeClient.prints(request, version, "20.10.24+dfsg1", "linux/amd64");
      };
    };
  }

  /** Two clients, and which is chosen for containers and images, and how it builds. */
  record Choice(
      String versionA,
      boolean pluginA,
      String versionB,
      boolean pluginB,
      String first,
      String builder,
      ImageBuilder.Way way) {}

  static Stream<Choice> choices() {
    return Stream.of(
        new Choice("28.2.2", false, "20.10.24+dfsg1", false, "a", "b", Way.INSIDE),
        new Choice("28.2.2", true, "20.10.24+dfsg1", false, "a", "a", Way.PLUGIN),
        new Choice("20.10.24", false, "28.2.2", true, "a", "a", Way.INSIDE),
        new Choice("20.10.24", true, "28.2.2", true, "a", "a", Way.PLUGIN),
        new Choice("23.0.1", false, "22.06.0-beta.0", false, "a", "b", Way.INSIDE),
        new Choice("down", false, "20.10.24", false, "b", "b", Way.INSIDE),
        new Choice("hangs", false, "27.0.0", true, "b", "b", Way.PLUGIN));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void theFirstThatCanIsChosen(Choice choice) throws IOException {
    FakeClient fake =
        new FakeClient(
            clients(choice.versionA(), choice.pluginA(), choice.versionB(), choice.pluginB()));
    DockerClients clients = new DockerClients(two(), fake.command());
    assertThat(clients.first().program()).isEqualTo(folder.resolve(choice.first() + "/docker"));
    assertThat(clients.first().engine()).isEqualTo(new EngineInfo("20.10.24+dfsg1", "linux/amd64"));
    assertThat(clients.builder().program()).isEqualTo(folder.resolve(choice.builder() + "/docker"));
    assertThat(clients.builder().way()).isEqualTo(choice.way());
    int asked = fake.commands.size();
    clients.first();
    clients.builder();
    assertThat(fake.commands).as("nothing is asked twice").hasSize(asked);
  }

  @Test
  void nothingIsAskedBeforeItIsNeeded() throws IOException {
    FakeClient fake = new FakeClient(clients("20.10.24", false, "20.10.24", false));
    DockerClients clients = new DockerClients(two(), fake.command());
    assertThat(fake.commands).isEmpty();
    clients.first();
    assertThat(fake.commands).noneMatch(command -> command.contains("buildx"));
  }

  @Test
  void withoutBuildKitTheRemedyIsThePlugin() throws IOException {
    FakeClient fake = new FakeClient(clients("28.2.2", false, "27.0.0", false));
    DockerClients clients = new DockerClients(two(), fake.command());
    assertThatThrownBy(clients::builder)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().get(0).id()).isEqualTo(ProblemId.TOOL_MISSING);
              assertThat(e.problems().get(0).remedy().toString()).contains("buildx");
            });
  }

  @Test
  void anEngineThatDoesNotAnswerIsUnavailable() throws IOException {
    FakeClient fake = new FakeClient(clients("down", false, "hangs", false));
    DockerClients clients = new DockerClients(two(), fake.command());
    assertThatThrownBy(clients::first)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().get(0).id()).isEqualTo(DockerProblems.UNAVAILABLE);
              assertThat(e.problems().get(0).remedy().toString())
                  .contains("Start the Docker daemon");
            });
  }

  @Test
  void withoutAnyClientTheRemedyIsToInstallOne() {
    DockerClients clients =
        new DockerClients(
            new Tools(Map.of("PATH", folder.toString())),
            new FakeClient(request -> FakeClient.ends(request, 0)).command());
    assertThatThrownBy(clients::first)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("docker-unavailable")
        .hasMessageContaining("no docker program");
  }
}
