package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of a repository that has published layers for years, up to the layers. */
@Timeout(600)
class ShippedRepositoryIT {
  private static final String HTTP = "go.opentelemetry.io/collector/exporter/otlphttpexporter";

  private final CollectorFixture fixture;
  private final ShippedRepository repository;
  private final Problems problems = new Problems();

  ShippedRepositoryIT(@TempDir Path folder) throws IOException {
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    this.repository = ShippedRepository.write(fixture);
  }

  @Test
  void loadsAndTwoTagsThatUpstreamSpellsOtherwiseAreReported() throws IOException {
    repository.plan(fixture.upstream(), problems);

    assertThat(problems.all())
        .allMatch(Problem::isError)
        .extracting(problem -> problem.location() + " " + problem.got() + " " + problem.expected())
        .containsExactly(
            ShippedRepository.DISTRIBUTIONS
                + ":12:7 lambdacomponents.processor.memory_limiter"
                + " lambdacomponents.processor.memorylimiter",
            ShippedRepository.DISTRIBUTIONS
                + ":13:7 lambdacomponents.processor.probabilistic_sampler"
                + " lambdacomponents.processor.probabilisticsampler");
    assertThat(problems.all()).extracting(Problem::remedy).doesNotContain(Remedy.NONE);

    Problems none = new Problems();
    repository.mendSpelling();
    List<LayerJob> jobs = repository.plan(fixture.upstream(), none);
    assertThat(none.all()).isEmpty();
    Map<String, Set<String>> modules = new TreeMap<>();
    for (LayerJob job : jobs) {
      Set<String> names = modules.computeIfAbsent(job.distribution(), name -> new TreeSet<>());
      job.requirements().forEach(needed -> names.add(lastOf(needed.atVersion())));
    }
    assertThat(jobs).hasSize(12);
    String all =
        "[awss3exporter@v0.126.0, clickhouseexporter@v0.126.0, otelcol-con-spaneventtolog@v0.6.0,"
            + " otelcol-ext-asmauth@v0.5.1, signaltometricsconnector@v0.126.0]";
    assertThat(modules)
        .hasToString(
            "{default=[], full="
                + all
                + ", minimal=[], minimal-clickhouse=[clickhouseexporter@v0.126.0],"
                + " minimal-forwarder=[otelcol-con-spaneventtolog@v0.6.0,"
                + " otelcol-ext-asmauth@v0.5.1, signaltometricsconnector@v0.126.0],"
                + " minimal-s3export=[awss3exporter@v0.126.0]}");
  }

  private static String lastOf(String module) {
    return module.substring(module.lastIndexOf('/') + 1);
  }

  /** C10 and C11; what verifies has the declared components and no others. */
  @Test
  void threeDistributionsHoldWhatTheyDeclare() throws IOException {
    repository.mendSpelling();
    repository.change(
        "config/component_dependencies.yaml",
        "dependencies:\n",
        "overrides:\n  "
            + HTTP
            + ": { version: v0.126.1, reason: CVE-0000-0000 }\ndependencies:\n");
    List<LayerJob> jobs =
        repository.plan(
            fixture.upstream(), problems, "minimal", "minimal-clickhouse", "minimal-forwarder");
    problems.throwIfErrors();
    Path output = fixture.folder().resolve("out");
    fixture
        .build("store", fixture.request(output, jobs.toArray(LayerJob[]::new)))
        .result()
        .throwIfFailed();

    assertThat(fixture.verified(output).problems()).isEmpty();
    assertThat(components(output))
        .containsEntry(
            "minimal",
            Set.of("exporter/otlphttp", "processor/batch", "processor/decouple", "receiver/otlp"))
        .containsEntry(
            "minimal-clickhouse",
            Set.of(
                "exporter/clickhouse",
                "exporter/otlphttp",
                "processor/batch",
                "processor/decouple",
                "receiver/otlp"))
        .containsEntry(
            "minimal-forwarder",
            Set.of(
                "connector/signaltometrics",
                "connector/otelcolconspaneventtolog",
                "exporter/otlphttp",
                "extension/otelcolextasmauth",
                "processor/batch",
                "processor/decouple",
                "receiver/otlp"));
    assertThat(configuration(output, "minimal-forwarder")).contains("asmauth", "spaneventtolog");
    assertThat(configuration(output, "minimal")).doesNotContain("asmauth");
    assertMinimumIsRecorded(output);
  }

  /** What was linked, by the paths of packages; a module's path may differ from its tag. */
  private static Map<String, Set<String>> components(Path output) {
    Map<String, Set<String>> components = new TreeMap<>();
    for (String name : List.of("minimal", "minimal-clickhouse", "minimal-forwarder")) {
      String file = "collector-arm64-" + name + ".zip" + ComponentSizes.EXTENSION;
      components.put(
          name, ComponentSizes.read(CollectorFixture.layer(output, file)).components().keySet());
    }
    return components;
  }

  private static String configuration(Path output, String distribution) {
    Path layer = CollectorFixture.layer(output, "collector-amd64-" + distribution + ".zip");
    byte[] text =
        new ArchiveReader(ExtractionLimits.DEFAULT)
            .readEntry(layer, "collector-config/config.yaml", 10_000)
            .orElseThrow();
    return new String(text, StandardCharsets.UTF_8);
  }

  /** What a scanner looks for: the mended version, in the bill as in the record, and no other. */
  private static void assertMinimumIsRecorded(Path output) throws IOException {
    Path record = CollectorFixture.layer(output, "collector-amd64-minimal.zip.json");
    assertThat(Files.readString(record)).contains("\"module " + HTTP + "\": \"v0.126.1\"");
    Path bill = CollectorFixture.layer(output, "collector-amd64-minimal.zip.cdx.json");
    assertThat(Files.readString(bill))
        .contains("pkg:golang/" + HTTP + "@v0.126.1")
        .doesNotContain(HTTP + "@v0.126.0");
  }
}
