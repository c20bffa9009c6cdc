package dev.ocelot.packaging.collector.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CollectorConfigTest {
  private static final String FORWARDING =
      """
      extensions:
        tokenauth/default: { secret_name: x }
      receivers:
        otlp:
          protocols:
            http:
      exporters:
        otlphttp/default: { endpoint: "${secretsmanager:a#b}" }
      connectors:
        events: { add_level: true }
      service:
        extensions: [tokenauth/default]
        pipelines:
          traces:
            receivers: [otlp]
            exporters: [otlphttp/default, events]
          logs/events:
            receivers: [events]
            processors: []
            exporters: [otlphttp/default]
        telemetry: { logs: { level: DEBUG } }
      """;

  private final Problems problems = new Problems();
  private final Path folder;

  CollectorConfigTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<CollectorConfig> read(String yaml) {
    return CollectorConfig.read(Samples.write(folder, "c.yaml", yaml), "c.yaml", problems);
  }

  private static List<String> shown(List<ConfiguredComponent> components) {
    return components.stream().map(c -> c.kind().word() + " " + c.id()).toList();
  }

  @Test
  void knowsWhatIsDefinedAndUsed() {
    CollectorConfig config = read(FORWARDING).orElseThrow();

    assertThat(problems.all()).isEmpty();
    assertThat(shown(config.defined()))
        .containsExactly(
            "connector events",
            "exporter otlphttp/default",
            "receiver otlp",
            "extension tokenauth/default");
    assertThat(shown(config.used()))
        .containsExactly(
            "extension tokenauth/default",
            "receiver otlp",
            "exporter otlphttp/default",
            "connector events",
            "connector events",
            "exporter otlphttp/default");
    assertThat(config.defined().get(1))
        .isEqualTo(
            new ConfiguredComponent(
                ComponentKind.EXPORTER, "otlphttp", "default", Location.of("c.yaml", 8, 3)));
  }

  /** What the collector fills in when it starts is not judged. */
  static Stream<Arguments> references() {
    String pipeline = "service: { pipelines: { traces: { receivers: [otlp] } } }";
    return Stream.of(
        arguments("receivers: ${file:r.yaml}\n" + pipeline, List.of("receiver otlp")),
        arguments("connectors: ${env:C}\n" + pipeline, List.of()),
        arguments("service: ${file:s.yaml}", List.of()),
        arguments("service: { pipelines: '${file:s.yaml}' }", List.of()),
        arguments("service: { pipelines: { logs: { receivers: '${env:R}' } } }", List.of()),
        arguments("service: { pipelines: { logs: { receivers: ['${env:R}'] } } }", List.of()),
        arguments("receivers:\nservice:\n", List.of()),
        arguments("", List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void references(String yaml, List<String> used) {
    assertThat(shown(read(yaml).orElseThrow().used())).isEqualTo(used);
    assertThat(problems.all()).isEmpty();
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments("a: [", "c.yaml:"),
        arguments("receiver: {}", "c.yaml:1:1: unknown key \"receiver\" in c.yaml"),
        arguments("receivers: [otlp]", "c.yaml:1:12: receivers have another form"),
        arguments("receivers: { otlp/: }", "c.yaml:1:14: this is not the name of a component"),
        arguments("receivers: { 9x: }", "c.yaml:1:14: this is not the name of a component"),
        arguments("service: []", "c.yaml:1:10: service has another form"),
        arguments("service: { pipeline: {} }", "c.yaml:1:12: unknown key \"pipeline\" in service"),
        arguments(
            "service: { pipelines: { trace: {} } }",
            "c.yaml:1:25: a pipeline is named after its signal"),
        arguments(
            "service: { pipelines: { traces: { receiver: [] } } }",
            "c.yaml:1:35: unknown key \"receiver\" in pipeline traces"),
        arguments(
            "service: { pipelines: { traces: { receivers: otlp } } }",
            "c.yaml:1:46: receivers of pipeline traces have another form"),
        arguments(
            "service: { pipelines: { traces: { receivers: [[a]] } } }",
            "c.yaml:1:47: pipeline traces lists what is no name"),
        arguments(
            "exporters: { debug: }\nservice: { pipelines: { logs: { exporters: [debugg] } } }",
            "c.yaml:2:45: pipeline logs refers to the exporter debugg, which is not defined"
                + " (got \"debugg\", expected debug of exporters)"),
        arguments(
            "exporters: { debug: }\nservice: { pipelines: { logs: { processors: [debug] } } }",
            "c.yaml:2:46: pipeline logs refers to the processor debug, which is not defined"
                + " (got \"debug\", expected none: there are no processors)"),
        arguments(
            "service: { extensions: [health] }",
            "c.yaml:1:25: service refers to the extension health, which is not defined"));
  }

  @ParameterizedTest
  @MethodSource
  void errors(String yaml, String message) {
    assertThat(read(yaml)).isEmpty();
    assertThat(Samples.all(problems))
        .singleElement()
        .asString()
        .startsWith("config-invalid: " + message);
  }

  @Test
  void aDistributionsFileIsFoundByItsExactName() throws IOException {
    Path examples = Files.createDirectory(folder.resolve("examples"));
    Files.writeString(examples.resolve("forwarder.yaml"), FORWARDING);
    Files.writeString(folder.resolve("outside.yaml"), "");
    Files.createSymbolicLink(examples.resolve("link.yaml"), folder.resolve("outside.yaml"));
    Files.createDirectory(examples.resolve("folder.yaml"));
    ConfigFiles files = new ConfigFiles(examples, "config/examples");

    assertThat(files.find(named("forwarder.yaml"), problems))
        .contains(examples.resolve("forwarder.yaml"));
    assertThat(files.read(named("forwarder.yaml"), problems)).isPresent();
    assertThat(files.find(named(""), problems)).isEmpty();
    assertThat(problems.all()).isEmpty();

    for (String missing : List.of("forwarde.yaml", "Forwarder.yaml", "link.yaml", "folder.yaml")) {
      assertThat(files.read(named(missing), problems)).isEmpty();
    }
    assertThat(Samples.all(problems))
        .hasSize(4)
        .first()
        .isEqualTo(
            "input-missing: d.yaml:3:7: distribution d names a configuration that is not a file in"
                + " config/examples (got \"forwarde.yaml\", expected forwarder.yaml)");
    assertThat(Samples.remedies(problems))
        .first()
        .isEqualTo("Write forwarder.yaml for forwarde.yaml");
  }

  @Test
  void withoutTheFolderThereAreNoFiles() {
    ConfigFiles files = new ConfigFiles(folder.resolve("none"), "config/examples");

    assertThat(files.find(named("x.yaml"), problems)).isEmpty();
    assertThat(Samples.all(problems))
        .singleElement()
        .asString()
        .endsWith("(got \"x.yaml\", expected no files)");
  }

  private static Distribution named(String configFile) {
    Location at = Location.of("d.yaml", 3, 7);
    return new Distribution("d", "", List.of(), configFile, at, Location.NONE);
  }
}
