package dev.ocelot.testkit.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A repository with the shape of the upstream's collector, small enough to be compiled in a test.
 * What it compiles behaves as the upstream's does where Ocelot looks: {@code -v}, the Lambda
 * extension's calls, and what it says of a configuration.
 */
public final class SyntheticUpstream {
  /** The version of the collector. */
  public static final String VERSION = "v0.126.0";

  /** A later version of one module, which nothing of upstream asks for. */
  private static final String MENDED = "v0.126.1";

  private static final String STABLE = "v1.32.0";
  private static final String CORE = "go.opentelemetry.io/collector/";
  private static final String CONTRIB =
      "github.com/open-telemetry/opentelemetry-collector-contrib/";
  private static final String MODULE = "example.org/lambda/collector";

  private final Path repository;

  private SyntheticUpstream(Path repository) {
    this.repository = repository;
  }

  /**
   * Writes the repository and fills a proxy with what it needs.
   *
   * @param repository an empty folder
   * @param proxy gets the modules
   * @return the upstream, not yet under git
   * @throws IOException when it cannot be written
   */
  public static SyntheticUpstream write(Path repository, ModuleProxy proxy) throws IOException {
    proxy
        .module(CORE + "otelcol", VERSION, "", Map.of("a.go", "package otelcol\n"))
        .module(CORE + "component", STABLE, "", Map.of("a.go", "package component\n"))
        .component(CORE + "receiver/otlpreceiver", VERSION, "otlp")
        .component(CORE + "processor/batchprocessor", VERSION, "batch")
        .component(CORE + "processor/memorylimiterprocessor", VERSION, "memory_limiter")
        .component(CORE + "exporter/otlphttpexporter", VERSION, "otlphttp")
        .component(CORE + "exporter/otlphttpexporter", MENDED, "otlphttp")
        .component(CONTRIB + "exporter/clickhouseexporter", VERSION, "clickhouse")
        .component("example.org/spaneventtolog", "v0.6.0", "spaneventtolog");
    SyntheticUpstream upstream = new SyntheticUpstream(repository);
    upstream.file("collector/Makefile", resource("Makefile"));
    upstream.file("collector/Makefile.Common", resource("Makefile.Common"));
    upstream.file("collector/main.go", resource("main.go.txt"));
    upstream.file("collector/config.yaml", resource("config.yaml"));
    upstream.file(
        "collector/go.mod",
        """
        module %s

        go 1.21

        replace %s/lambdacomponents => ./lambdacomponents

        require (
        \t%sotelcol %s
        \t%scomponent %s
        \t%s/lambdacomponents v0.0.0-00010101000000-000000000000
        )
        """
            .formatted(MODULE, MODULE, CORE, VERSION, CORE, STABLE, MODULE));
    upstream.components();
    return upstream;
  }

  /**
   * Writes an upstream into {@code upstream} and its modules into {@code proxy}, for tests that are
   * scripts.
   *
   * @param arguments the folder that gets both
   * @throws IOException when they cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(folder.resolve("upstream"), new ModuleProxy(folder.resolve("proxy")));
  }

  /**
   * The repository.
   *
   * @return its folder
   */
  public Path repository() {
    return repository;
  }

  /**
   * The folder that layers are built from.
   *
   * @return {@code collector}
   */
  public Path collector() {
    return repository.resolve("collector");
  }

  /**
   * Writes a file.
   *
   * @param name relative to the repository
   * @param text its text
   * @throws IOException when it cannot be written
   */
  public void file(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /**
   * A wrapper file, as a repository's own components have them.
   *
   * @param kind such as {@code exporter}
   * @param name the last part of its build tag
   * @param module the component's module, which ends in the name of its package
   * @return Go source
   */
  public static String wrapper(String kind, String name, String module) {
    return """
        //go:build lambdacomponents.custom && (lambdacomponents.all || lambdacomponents.%1$s.all || lambdacomponents.%1$s.%2$s)

        package %1$s

        import "%3$s"

        func init() {
        \tFactories = append(Factories, %4$s.Type)
        }
        """
        .formatted(kind, name, module, module.substring(module.lastIndexOf('/') + 1));
  }

  private void components() throws IOException {
    List<String> kinds = List.of("connector", "exporter", "extension", "processor", "receiver");
    StringBuilder imports = new StringBuilder();
    StringBuilder lists = new StringBuilder();
    for (String kind : kinds) {
      file(
          "collector/lambdacomponents/" + kind + "/pkg.go",
          "package " + kind + "\n\nvar Factories []string\n");
      imports.append("\t\"" + MODULE + "/lambdacomponents/" + kind + "\"\n");
      lists.append("\t\t\"" + kind + "s\": " + kind + ".Factories,\n");
    }
    file(
        "collector/lambdacomponents/custom.go",
        """
        //go:build lambdacomponents.custom

        package lambdacomponents

        import (
        %s)

        func Components() map[string][]string {
        \treturn map[string][]string{
        %s\t}
        }
        """
            .formatted(imports, lists));
    ofTheUpstream();
  }

  private void ofTheUpstream() throws IOException {
    file(
        "collector/lambdacomponents/default.go",
        """
        //go:build !lambdacomponents.custom

        package lambdacomponents

        func Components() map[string][]string {
        \treturn map[string][]string{"receivers": {"otlp"}}
        }
        """);
    file(
        "collector/lambdacomponents/go.mod",
        """
        module %s/lambdacomponents

        go 1.21

        require (
        \t%sreceiver/otlpreceiver %s
        \t%sprocessor/batchprocessor %s
        \t%sprocessor/memorylimiterprocessor %s
        \t%sexporter/otlphttpexporter %s
        )
        """
            .formatted(MODULE, CORE, VERSION, CORE, VERSION, CORE, VERSION, CORE, VERSION));
    own("receiver", "otlp", "otlpreceiver");
    own("processor", "batch", "batchprocessor");
    own("processor", "memorylimiter", "memorylimiterprocessor");
    own("exporter", "otlphttp", "otlphttpexporter");
  }

  private void own(String kind, String name, String module) throws IOException {
    file(
        "collector/lambdacomponents/" + kind + "/" + name + ".go",
        wrapper(kind, name, CORE + kind + "/" + module));
  }

  private static String resource(String name) throws IOException {
    String path = "/dev/ocelot/testkit/collector/" + name;
    try (var in =
        java.util.Objects.requireNonNull(SyntheticUpstream.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
