package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.collector.CollectorRepository;
import dev.ocelot.packaging.collector.LayerPlanner;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.testkit.collector.ModuleProxy;
import dev.ocelot.testkit.collector.SyntheticUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A repository with the six distributions that one has published for years, and an upstream that
 * knows the build tags of the real one.
 */
final class ShippedRepository {
  static final String DISTRIBUTIONS = "config/distributions.yaml";

  private static final String RESOURCES = "/dev/ocelot/packaging/collector/distribution/shipped-";
  private static final String CONTRIB =
      "github.com/open-telemetry/opentelemetry-collector-contrib/";

  /** What upstream has besides the components of {@link SyntheticUpstream}. */
  private static final Map<String, List<String>> OF_UPSTREAM =
      Map.of(
          "connector", List.of("spanmetrics"),
          "exporter", List.of("debug", "otlp", "prometheusremotewrite"),
          "extension", List.of("basicauth", "sigv4auth"),
          "processor",
              List.of(
                  "attributes",
                  "coldstart",
                  "decouple",
                  "filter",
                  "probabilisticsampler",
                  "resource",
                  "span",
                  "transform"),
          "receiver", List.of("telemetryapi"));

  private final Path root;

  private ShippedRepository(Path root) {
    this.root = root;
  }

  /**
   * A component that the repository adds: file, build tag, module and type have names of their own.
   */
  private record Added(
      String kind, String file, String tag, String module, String version, String type) {

    void write(Path root, ModuleProxy proxy) throws IOException {
      String code = "package %s\n\nconst Type = \"%s\"\n".formatted(type, type);
      proxy.module(module, version, "", Map.of("factory.go", code));
      String wrapper =
          """
          //go:build lambdacomponents.custom && (lambdacomponents.all || lambdacomponents.%1$s.all || lambdacomponents.%1$s.%2$s)

          package %1$s

          import %3$s "%4$s"

          func init() {
          \tFactories = append(Factories, %3$s.Type)
          }
          """
              .formatted(kind, tag, type, module);
      ShippedRepository.write(
          root, "components/collector/lambdacomponents/" + kind + "/" + file, wrapper);
    }
  }

  static ShippedRepository write(CollectorFixture fixture) throws IOException {
    String version = SyntheticUpstream.VERSION;
    Path root = fixture.folder().resolve("repository");
    List<Added> added =
        List.of(
            new Added(
                "connector",
                "signaltometricsconnector.go",
                "signaltometrics",
                CONTRIB + "connector/signaltometricsconnector",
                version,
                "signaltometrics"),
            new Added(
                "connector",
                "spaneventtologconnector.go",
                "spaneventtolog",
                "github.com/dev7a/otelcol-con-spaneventtolog",
                "v0.6.0",
                "spaneventtolog"),
            new Added(
                "exporter",
                "awss3.go",
                "awss3",
                CONTRIB + "exporter/awss3exporter",
                version,
                "awss3"),
            new Added(
                "exporter",
                "clickhouse.go",
                "clickhouse",
                CollectorFixture.CLICKHOUSE,
                version,
                "clickhouse"),
            new Added(
                "extension",
                "asmauthextension.go",
                "asmauthextension",
                "github.com/dev7a/otelcol-ext-asmauth",
                "v0.5.1",
                "asmauth"));
    for (Added component : added) {
      component.write(root, fixture.proxy());
    }
    write(root, DISTRIBUTIONS, resource("distributions.yaml"));
    write(root, "config/component_dependencies.yaml", resource("component-dependencies.yaml"));
    write(root, "config/examples/forwarder.yaml", resource("forwarder.yaml"));
    upstream(fixture);
    return new ShippedRepository(root);
  }

  private static void upstream(CollectorFixture fixture) throws IOException {
    String version = SyntheticUpstream.VERSION;
    StringBuilder required = new StringBuilder("\n");
    for (Map.Entry<String, List<String>> kind : new TreeMap<>(OF_UPSTREAM).entrySet()) {
      for (String name : kind.getValue()) {
        String module = "example.org/" + kind.getKey() + "/" + name + kind.getKey();
        fixture.proxy().component(module, version, name);
        fixture
            .sources()
            .file(
                "collector/lambdacomponents/" + kind.getKey() + "/" + name + ".go",
                SyntheticUpstream.wrapper(kind.getKey(), name, module));
        required.append("require ").append(module).append(' ').append(version).append('\n');
      }
    }
    String goMod = Files.readString(fixture.sources().collector().resolve("go.mod"));
    fixture.sources().file("collector/go.mod", goMod + required);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ShippedRepository.class.getResourceAsStream(RESOURCES + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  /** Changes the text of a file. */
  void change(String name, String from, String to) throws IOException {
    String text = Files.readString(root.resolve(name));
    write(root, name, text.replace(from, to));
  }

  /** Names of upstream's that are spelt otherwise than upstream spells them. */
  void mendSpelling() throws IOException {
    change(DISTRIBUTIONS, "memory_limiter", "memorylimiter");
    change(DISTRIBUTIONS, "probabilistic_sampler", "probabilisticsampler");
  }

  /** The jobs of distributions, or of all, for both architectures of Lambda. */
  List<LayerJob> plan(Upstream upstream, Problems problems, String... distributions) {
    CollectorRepository repository =
        CollectorRepository.read(root, problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    List<Platform> platforms =
        Stream.of("linux/amd64", "linux/arm64")
            .map(name -> Platforms.standard().parse(name, Location.NONE))
            .toList();
    return new LayerPlanner(repository, upstream, problems)
        .plan(repository.distributions().resolveAll(List.of(distributions), problems), platforms);
  }
}
