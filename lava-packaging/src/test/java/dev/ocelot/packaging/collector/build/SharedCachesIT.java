package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.testkit.collector.SyntheticUpstream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one layer left in Go's caches is there for the next, of another distribution, architecture
 * or store. Go itself says what it downloads and compiles.
 */
@Timeout(600)
class SharedCachesIT {
  private static final String OTLP = "go.opentelemetry.io/collector/receiver/otlpreceiver";
  private static final String HTTP = "go.opentelemetry.io/collector/exporter/otlphttpexporter";
  private static final String OWN = "example.org/lambda/collector";
  private static final Set<String> NEW_IN_CLICKHOUSE =
      Set.of(
          CollectorFixture.CLICKHOUSE,
          OWN + "/lambdacomponents/exporter",
          OWN + "/lambdacomponents",
          OWN);

  private final Path folder;
  private final CollectorFixture fixture;

  SharedCachesIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    ProcessRunner real = new LocalProcessRunner();
    fixture.runner(request -> real.run(talkative(request)));
    neverSeen(OTLP, "otlp");
    neverSeen(HTTP, "otlphttp");
    neverSeen(CollectorFixture.CLICKHOUSE, "clickhouse");
  }

  /** Or earlier runs of this test would have left it in the build cache of this machine. */
  private void neverSeen(String module, String type) throws IOException {
    String code =
        """
        package %s

        const Type = "%s"

        const Seen = "%s"
        """
            .formatted(module.substring(module.lastIndexOf('/') + 1), type, folder.getFileName());
    fixture.proxy().module(module, SyntheticUpstream.VERSION, "", Map.of("factory.go", code));
  }

  /** With {@code -v} Go names each package that it compiles, and none that it has. */
  private static ProcessRequest talkative(ProcessRequest request) {
    List<String> argv = new ArrayList<>(request.argv());
    if (argv.get(1).equals("build")) {
      argv.add(2, "-v");
    }
    return new ProcessRequest(
        argv,
        request.directory(),
        request.environment(),
        request.input(),
        request.output(),
        request.errorLines(),
        request.limits(),
        request.cancellation(),
        request.secrets());
  }

  /** What Go said while a layer was built that Ocelot's own store does not have. */
  private List<String> said(String store, String distribution, String platform, String... tags)
      throws IOException {
    Path output = folder.resolve("out-" + store + "-" + distribution);
    fixture
        .build(store, fixture.request(output, fixture.job(distribution, platform, tags)))
        .result()
        .throwIfFailed();
    List<String> lines = new ArrayList<>();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(output.resolve("logs"))) {
      for (Path log : logs) {
        lines.addAll(Files.readAllLines(log));
      }
    }
    return lines;
  }

  private static List<String> downloaded(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("go: downloading ")).toList();
  }

  private static List<String> compiled(List<String> lines) {
    return lines.stream().filter(line -> line.matches("[a-z][\\w./-]*")).toList();
  }

  @Test
  void whatOneLayerNeededIsNeitherDownloadedNorCompiledForTheNext() throws IOException {
    String clickhouse = "lambdacomponents.exporter.clickhouse";
    List<String> first = said("one", "minimal", "linux/amd64");
    assertThat(downloaded(first))
        .contains("go: downloading " + OTLP + " v0.126.0", "go: downloading " + HTTP + " v0.126.0")
        .doesNotHaveDuplicates();
    assertThat(compiled(first)).contains(OTLP, HTTP, OWN).doesNotHaveDuplicates();

    List<String> other = said("one", "clickhouse", "linux/amd64", clickhouse);
    assertThat(downloaded(other))
        .as("modules of another distribution")
        .containsExactly("go: downloading " + CollectorFixture.CLICKHOUSE + " v0.126.0");
    assertThat(compiled(other))
        .as("packages of another distribution")
        .contains(CollectorFixture.CLICKHOUSE)
        .isSubsetOf(NEW_IN_CLICKHOUSE);

    fixture.environment("GOPROXY", "off");
    List<String> arm = said("two", "minimal", "linux/arm64");
    assertThat(downloaded(arm)).as("modules of another architecture").isEmpty();
    assertThat(compiled(arm)).contains(OTLP, HTTP);
    List<String> both = said("two", "clickhouse", "linux/arm64", clickhouse);
    assertThat(downloaded(both)).as("modules of both others").isEmpty();
    assertThat(compiled(both))
        .as("packages of another distribution for that architecture")
        .contains(CollectorFixture.CLICKHOUSE)
        .isSubsetOf(NEW_IN_CLICKHOUSE);
  }
}
