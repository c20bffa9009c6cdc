package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.packaging.collector.toolchain.GoPlace;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.testkit.collector.SyntheticUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A component whose module lies in a git repository behind a password, while all others come from a
 * proxy behind another, with the real Go and the real git.
 */
@Timeout(600)
class PrivateModulesIT {
  private static final String MODULE = "github.com/acme/secretexporter";

  private final Path folder;
  private final Path output;
  private final CollectorFixture fixture;
  private final PrivateServer server;
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();

  PrivateModulesIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.output = folder.resolve("out");
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    this.server = new PrivateServer(folder, folder.resolve("proxy"), repositories());
    Path settings = folder.resolve("gitconfig");
    Files.writeString(
        settings,
        """
        [url "%sacme/"]
          insteadOf = https://github.com/acme/
        """
            .formatted(server.url("git", PrivateServer.GIT_PASSWORD)));
    fixture.environment("GOPROXY", server.url("proxy", PrivateServer.PROXY_PASSWORD));
    fixture.environment("GOPRIVATE", "github.com/acme/*");
    fixture.environment("SSL_CERT_FILE", server.certificate().toString());
    fixture.environment("GIT_SSL_CAINFO", server.certificate().toString());
    fixture.environment("GIT_CONFIG_GLOBAL", settings.toString());
    fixture.go(new GoPlace.Host());
    fixture.remember(commands);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path repositories() throws IOException {
    Path repository = folder.resolve("git/acme/secretexporter");
    Files.createDirectories(repository);
    Files.writeString(repository.resolve("go.mod"), "module " + MODULE + "\n\ngo 1.21\n");
    Files.writeString(
        repository.resolve("factory.go"), "package secretexporter\n\nconst Type = \"secret\"\n");
    git(repository, "init", "-q");
    git(repository, "add", "-A");
    git(repository, "commit", "-q", "-m", "first");
    git(repository, "tag", "v1.2.0");
    return folder.resolve("git");
  }

  private static void git(Path repository, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e"));
    argv.addAll(List.of(arguments));
    new LocalProcessRunner()
        .run(
            ProcessRequest.of(argv, ProcessLimits.of(Duration.ofMinutes(1)))
                .withDirectory(repository)
                .withEnvironment(
                    ProcessEnvironment.inheritedPlus(
                        Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"))))
        .orProblem(ProblemId.DEFECT, "git", Remedy.NONE);
  }

  private LayerJob job(String version) {
    LayerJob plain = fixture.job("private", "linux/amd64", "lambdacomponents.exporter.secret");
    return new LayerJob(
        plain.distribution(),
        "",
        plain.buildTags(),
        List.of(
            new OverlayFile(
                "components/collector/lambdacomponents/exporter/secret.go",
                "lambdacomponents/exporter/secret.go",
                SyntheticUpstream.wrapper("exporter", "secret", MODULE)
                    .getBytes(StandardCharsets.UTF_8))),
        List.of(new Requirement(MODULE, version, Requirement.Strength.EXACT, Location.NONE)),
        plain.platform(),
        Location.NONE);
  }

  private void assertNoPasswordIsShown() throws IOException {
    for (String password : List.of(PrivateServer.GIT_PASSWORD, PrivateServer.PROXY_PASSWORD)) {
      assertThat(FilesBelow.holding(password, output, folder.resolve("store")))
          .as("layers, records, logs and the store")
          .isEmpty();
      assertThat(commands).isNotEmpty().noneMatch(command -> command.contains(password));
    }
  }

  @Test
  void areBuiltInWithoutTheirPasswordsInAnythingThatIsKept() throws IOException {
    fixture.build("store", fixture.request(output, job("v1.2.0"))).result().throwIfFailed();

    String name = "collector-amd64-private.zip";
    assertThat(Files.readString(CollectorFixture.layer(output, name + ".cdx.json")))
        .contains("pkg:golang/" + MODULE + "@v1.2.0");
    fixture.verify(output).throwIfFailed();
    assertThat(server.requests())
        .as("the repository and the proxy were used, and the proxy not for what is private")
        .anyMatch(path -> path.startsWith("/git/acme/secretexporter/"))
        .anyMatch(path -> path.startsWith("/proxy/go.opentelemetry.io/"))
        .noneMatch(path -> path.startsWith("/proxy/github.com/acme"));
    assertNoPasswordIsShown();
  }

  @Test
  void aVersionThatIsNotThereIsAProblemWithoutPasswords() throws IOException {
    assertThat(problem(job("v1.9.0"))).contains(MODULE, "v1.9.0", "log: ");
    assertNoPasswordIsShown();
  }

  /** Go repeats an address that it cannot read, with all that is in it. */
  @Test
  void anAddressThatGoRepeatsIsShownWithoutItsPassword() throws IOException {
    fixture.environment(
        "GOPROXY",
        "https://" + PrivateServer.USER + ":" + PrivateServer.PROXY_PASSWORD + "@proxy:number/");
    assertThat(problem(job("v1.2.0")))
        .contains("https://***@proxy:number")
        .doesNotContain(PrivateServer.PROXY_PASSWORD);
    assertNoPasswordIsShown();
  }

  private String problem(LayerJob job) {
    ProblemException failure =
        catchThrowableOfType(
            ProblemException.class,
            () -> fixture.build("store", fixture.request(output, job)).result().throwIfFailed());
    assertThat(failure.problems()).hasSize(1);
    return failure.problems().get(0).toString();
  }
}
