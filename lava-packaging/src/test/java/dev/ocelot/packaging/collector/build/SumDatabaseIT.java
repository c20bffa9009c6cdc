package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Modules for which a checksum database vouches, with the real Go. The database has another sum of
 * the module that only the distribution {@code clickhouse} needs.
 */
@Timeout(600)
class SumDatabaseIT {
  private static Path program = Path.of("");

  private final Path folder;
  private final Path output;
  private final CollectorFixture fixture;
  private final SumDatabase database;
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void compile(@TempDir Path shared) throws IOException {
    program = SumDatabase.compiled(shared.resolve("sums"));
  }

  SumDatabaseIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.output = folder.resolve("out");
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    this.database = new SumDatabase(program, folder, CollectorFixture.CLICKHOUSE);
    fixture.environment("GOSUMDB", database.setting());
    fixture.environment("SSL_CERT_FILE", database.certificate().toString());
    // Go keeps there what it last heard of a database.
    fixture.environment("GOPATH", folder.resolve("gopath").toString());
    fixture.remember(commands);
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
    assertThat(FilesBelow.holding(SumDatabase.PASSWORD, output, folder.resolve("store")))
        .as("layers, records, logs and the store")
        .isEmpty();
    assertThat(commands).isNotEmpty().noneMatch(line -> line.contains(SumDatabase.PASSWORD));
  }

  private LayerJob minimal() {
    return fixture.job("minimal", "linux/amd64");
  }

  private LayerJob clickhouse() {
    return fixture.job("clickhouse", "linux/amd64", "lambdacomponents.exporter.clickhouse");
  }

  private void build(LayerJob job) {
    fixture.build("store", fixture.request(output, job)).result().throwIfFailed();
  }

  private Problem problem(LayerJob job) {
    ProblemException failure = catchThrowableOfType(ProblemException.class, () -> build(job));
    assertThat(failure.problems()).hasSize(1);
    assertThat(failure.problems().get(0).toString()).doesNotContain(SumDatabase.PASSWORD);
    return failure.problems().get(0);
  }

  @Test
  void isAskedForEachModule() {
    build(minimal());

    assertThat(database.requests())
        .contains(
            "/lookup/go.opentelemetry.io/collector/receiver/otlpreceiver@v0.126.0",
            "/lookup/go.opentelemetry.io/collector/exporter/otlphttpexporter@v0.126.0")
        .noneMatch(path -> path.startsWith("/proxy/"));
    fixture.verify(output).throwIfFailed();
  }

  @Test
  void isAskedThroughTheProxyThatPassesQuestionsOn() {
    fixture.environment("GOSUMDB", database.key());
    fixture.environment("GOPROXY", database.proxy());
    build(minimal());

    assertThat(database.requests())
        .contains(
            "/proxy/sumdb/sum.example.org/supported",
            "/proxy/sumdb/sum.example.org/lookup/"
                + "go.opentelemetry.io/collector/receiver/otlpreceiver@v0.126.0");
  }

  @Test
  void anotherSumIsAProblemAndTheLastLayerStays() throws IOException {
    build(minimal());
    Map<String, String> before = FilesBelow.digests(output);

    Problem problem = problem(clickhouse());
    assertThat(problem.id().text()).isEqualTo("build-failed");
    assertThat(problem.message())
        .startsWith("settling the modules of clickhouse failed")
        .contains(CollectorFixture.CLICKHOUSE + "@v0.126.0: verifying module: checksum mismatch")
        .contains("sum.example.org: h1:AAAA", "log: ");
    assertThat(problem.remedy().toString()).contains("do not use", "GOPROXY", "GONOSUMDB");
    assertThat(FilesBelow.digests(output)).isEqualTo(before);
    assertThat(FilesBelow.scratch(folder.resolve("store"))).isEmpty();
  }

  @Test
  void oneThatDoesNotAnswerIsAProblem() {
    database.close();

    Problem problem = problem(minimal());
    assertThat(problem.message())
        .contains("verifying ", "/lookup/go.opentelemetry.io/", "connection refused", "log: ");
    assertThat(problem.remedy().toString()).contains("checksum database", "GOSUMDB");
    assertThat(output.resolve("layers")).doesNotExist();
  }

  /** Go repeats an address that it cannot read, with all that is in it. */
  @Test
  void anAddressThatCannotBeReadIsAProblemWithoutItsPassword() {
    fixture.environment(
        "GOSUMDB", database.key() + " https://reader:" + SumDatabase.PASSWORD + "@sums:number/");

    Problem problem = problem(minimal());
    assertThat(problem.message()).contains("invalid GOSUMDB URL", "https://***@sums:number/");
    assertThat(problem.remedy().toString()).contains("checksum database", "GOSUMDB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GOSUMDB=off",
        "GONOSUMDB=github.com/open-telemetry/*",
        "GOPRIVATE=github.com/open-telemetry"
      })
  void isNotAskedWhereGoIsToldSo(String setting) {
    String[] nameAndValue = setting.split("=", 2);
    fixture.environment(nameAndValue[0], nameAndValue[1]);
    // GOPRIVATE alone would have Go look for it where no proxy is.
    fixture.environment("GONOPROXY", "none");
    build(clickhouse());

    assertThat(database.requests()).noneMatch(path -> path.contains(CollectorFixture.CLICKHOUSE));
  }
}
