package dev.ocelot.packaging.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SourceCacheTest {
  private static final byte[] BYTES =
      "source of jq\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
  private static final Location WHERE = Location.of("config/components.yaml", 7, 5);
  private static final SourceLimits LIMITS =
      new SourceLimits(200_000, Duration.ofSeconds(20), Duration.ofMillis(500));

  private final Path directory;
  private final List<RawServer> servers = new ArrayList<>();

  SourceCacheTest(@TempDir Path folder) {
    this.directory = folder.resolve("cache/sources");
  }

  @AfterEach
  void stop() throws IOException {
    for (RawServer server : servers) {
      server.close();
    }
  }

  private RawServer serve(RawServer.Answer answer) throws IOException {
    RawServer server = new RawServer(answer);
    servers.add(server);
    return server;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private SourceCache cache(SourceFetcher... fetchers) {
    return new SourceCache(directory, List.of(fetchers), LIMITS, Progress.none());
  }

  private SourceCache web() {
    return cache(HttpFetcher.withDefaultProxies(), new FileFetcher());
  }

  private static Source source(String address) throws Exception {
    return new Source(address, sha256(BYTES), WHERE);
  }

  /** What is in the cache but its locks. */
  private List<String> kept() throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> !n.equals("locks"))
          .toList();
    }
  }

  @Test
  void aSourceIsFetchedOnceAndThenNeedsNoNetwork() throws Exception {
    RawServer server = RawServer.serving(BYTES);
    servers.add(server);
    Source source = source(server.url("/jq.tar.gz"));
    Path file = web().fetch(source);
    assertThat(file).hasBinaryContent(BYTES).hasFileName(source.sha256());
    assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("WRITE");
    server.close();
    assertThat(web().fetch(source)).isEqualTo(file);
    assertThat(cache(new OfflineFetcher()).fetch(source)).isEqualTo(file);
    assertThat(server.requests()).isEqualTo(1);
    assertThat(kept()).containsExactly(source.sha256());
  }

  @Test
  void aDamagedFileIsFetchedAnew() throws Exception {
    RawServer server = RawServer.serving(BYTES);
    servers.add(server);
    Source source = source(server.url("/x"));
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(source.sha256()), "damaged");
    Files.writeString(directory.resolve(source.sha256() + ".part"), "left by a kill");
    assertThat(web().fetch(source)).hasBinaryContent(BYTES);
    assertThat(kept()).containsExactly(source.sha256());
  }

  @Test
  void offlineNamesTheAddressAndTheWayOut() throws Exception {
    Source source = source("https://user:pass@example.invalid/jq.tar.gz");
    assertThatThrownBy(() -> cache(new OfflineFetcher()).fetch(source))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.getMessage())
                  .contains("source-unavailable: config/components.yaml:7:5:")
                  .contains("https://***@example.invalid/jq.tar.gz")
                  .doesNotContain("pass@");
              assertThat(e.problems().get(0).remedy().toString()).contains("without -o");
            });
  }

  @Test
  void anUnknownSchemeNamesTheKnown() throws Exception {
    Source source = source("ftp://example.invalid/x");
    assertThatThrownBy(() -> web().fetch(source))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("config-invalid")
        .hasMessageContaining("one of file, http, https");
  }

  /** A server's answer, and what a reader is told. */
  record Lie(String name, RawServer.Answer answer, String id, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Lie> lies() {
    return Stream.concat(liesAboutBytes(), liesAboutTime());
  }

  private static Stream<Lie> liesAboutBytes() {
    return Stream.of(
        new Lie(
            "wrong digest",
            (path, out) -> {
              RawServer.head(out, "200 OK", "Content-Length: 5");
              out.write("wrong".getBytes(StandardCharsets.UTF_8));
            },
            "source-invalid",
            "another digest"),
        new Lie(
            "shorter than its length",
            (path, out) -> {
              RawServer.head(out, "200 OK", "Content-Length: " + BYTES.length);
              out.write(BYTES, 0, 1000);
            },
            "source-unavailable",
            "the connection broke"),
        new Lie(
            "longer than allowed, and says so",
            (path, out) -> RawServer.head(out, "200 OK", "Content-Length: 999999999999"),
            "source-invalid",
            "larger than 200000 bytes"),
        new Lie(
            "endless",
            (path, out) -> {
              RawServer.head(out, "200 OK");
              while (true) {
                out.write(BYTES);
              }
            },
            "source-invalid",
            "larger than 200000 bytes"));
  }

  private static Stream<Lie> liesAboutTime() {
    return Stream.of(
        new Lie(
            "silent after the head",
            (path, out) -> {
              RawServer.head(out, "200 OK", "Content-Length: " + BYTES.length);
              TimeUnit.SECONDS.sleep(50);
            },
            "source-unavailable",
            "nothing came"),
        new Lie(
            "silent from the start",
            (path, out) -> TimeUnit.SECONDS.sleep(50),
            "source-unavailable",
            "did not answer"),
        new Lie(
            "byte by byte",
            (path, out) -> {
              RawServer.head(out, "200 OK", "Content-Length: " + BYTES.length);
              for (byte b : BYTES) {
                out.write(b);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(50);
              }
            },
            "source-unavailable",
            "fewer than"),
        new Lie(
            "an error",
            (path, out) -> RawServer.head(out, "503 Later", "Content-Length: 0"),
            "source-unavailable",
            "answered 503"),
        new Lie(
            "no HTTP",
            (path, out) -> out.write("220 mail ready\r\n".getBytes(StandardCharsets.UTF_8)),
            "source-unavailable",
            "cannot be fetched"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aServerThatLiesLeavesNothing(Lie lie) throws Exception {
    Source source = source(serve(lie.answer()).url("/jq-1.7.tar.gz"));
    assertThatThrownBy(() -> web().fetch(source))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(lie.id() + ": config/components.yaml:7:5: source http://127.0.0.1:")
        .hasMessageContaining(lie.says());
    assertThat(kept()).isEmpty();
  }

  /** The client throws at once, or the body breaks later: that is a race, so it is run often. */
  @RepeatedTest(100)
  void whatAHeadSaysIsToldThoughNothingFollows() throws Exception {
    Source source =
        source(
            serve((path, out) -> RawServer.head(out, "200 OK", "Content-Length: 999999999999"))
                .url("/jq-1.7.tar.gz"));
    assertThatThrownBy(() -> web().fetch(source)).hasMessageContaining("larger than 200000 bytes");
  }

  @Test
  void aFullDiskIsNotTheServersFault() throws Exception {
    RawServer server = RawServer.serving(BYTES);
    servers.add(server);
    SourceCache full =
        new SourceCache(
            directory,
            List.of(HttpFetcher.withDefaultProxies()),
            LIMITS,
            Progress.none(),
            part -> new FileOutputStream("/dev/full"));
    Source source = source(server.url("/x"));
    assertThatThrownBy(() -> full.fetch(source))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file-access")
        .hasMessageContaining("No space left");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsSaid() throws Exception {
    Files.createDirectories(directory.getParent());
    Files.writeString(directory, "a file is in the way");
    Source source = source("http://127.0.0.1:1/x");
    assertThatThrownBy(() -> web().fetch(source))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file-access");
  }

  @Test
  void manyThreadsFetchOnce() throws Exception {
    RawServer server = RawServer.serving(BYTES);
    servers.add(server);
    Source source = source(server.url("/x"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Path> fetch = () -> web().fetch(source);
      for (Future<Path> file :
          threads.invokeAll(List.of(fetch, fetch, fetch, fetch, fetch, fetch, fetch, fetch))) {
        assertThat(file.get()).hasBinaryContent(BYTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void anInterruptIsACancellation() throws Exception {
    Source source = source("http://127.0.0.1:1/x");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> web().fetch(source)).isInstanceOf(CancelledException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(kept()).isEmpty();
  }
}
