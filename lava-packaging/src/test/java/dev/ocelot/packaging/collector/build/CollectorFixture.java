package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.builder.Fetching;
import dev.ocelot.packaging.collector.toolchain.GoPlace;
import dev.ocelot.packaging.collector.toolchain.Toolchains;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.collector.upstream.UpstreamReader;
import dev.ocelot.packaging.collector.verify.LayerVerification;
import dev.ocelot.packaging.collector.verify.VerifiedLayers;
import dev.ocelot.packaging.docker.DockerCommandLine;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.packaging.plan.PlanResult;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.git.GitLocation;
import dev.ocelot.packaging.source.git.GitRevision;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.testkit.collector.ModuleProxy;
import dev.ocelot.testkit.collector.SyntheticUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/** A synthetic upstream with its modules, and what layers of it are built and verified with. */
final class CollectorFixture {
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  static final String CLICKHOUSE =
      "github.com/open-telemetry/opentelemetry-collector-contrib/exporter/clickhouseexporter";

  private final Path folder;
  private final ModuleProxy proxy;
  private final SyntheticUpstream upstream;
  private final DockerEngine engine;
  private final Map<String, String> more = new TreeMap<>();
  private GoPlace go = new GoPlace.Host();
  private ProcessRunner runner = new LocalProcessRunner();
  private SizeBudget sizes = SizeBudget.OF_LAMBDA;

  CollectorFixture(Path folder, DockerEngine engine) throws IOException {
    this.folder = folder;
    this.engine = engine;
    this.proxy = new ModuleProxy(Files.createDirectory(folder.resolve("proxy")));
    this.upstream = SyntheticUpstream.write(folder.resolve("upstream"), proxy);
  }

  /** The same sources on another engine, as for a later run. */
  CollectorFixture(CollectorFixture earlier, DockerEngine engine) {
    this.folder = earlier.folder;
    this.engine = engine;
    this.proxy = earlier.proxy;
    this.upstream = earlier.upstream;
  }

  /** An engine whose client must not even be started. */
  static DockerEngine noEngine() {
    return engine(
        request -> {
          throw new AssertionError("started: " + request.command());
        });
  }

  /** The engine of this machine, whose client is started by a runner. */
  static DockerEngine engine(ProcessRunner runner) {
    return new DockerCommandLine(runner, new Tools(System.getenv()), Cancellation.never());
  }

  Path folder() {
    return folder;
  }

  ModuleProxy proxy() {
    return proxy;
  }

  SyntheticUpstream sources() {
    return upstream;
  }

  /** Where Go runs from now on. */
  void go(GoPlace place) {
    go = place;
  }

  /** What runs the Go of this machine from now on. */
  void runner(ProcessRunner other) {
    runner = other;
  }

  /** Every command that is run from now on goes into a list, which several threads may use. */
  void remember(Queue<String> commands) {
    ProcessRunner real = new LocalProcessRunner();
    runner(
        request -> {
          commands.add(request.argv().toString());
          return real.run(request);
        });
  }

  /** How large layers may be from now on. */
  void sizes(SizeBudget budget) {
    sizes = budget;
  }

  /** A variable of the process's environment from now on. */
  void environment(String name, String value) {
    more.put(name, value);
  }

  LayerJob job(String distribution, String platform, String... more) {
    List<String> tags =
        new ArrayList<>(
            List.of(
                "lambdacomponents.custom",
                "lambdacomponents.exporter.otlphttp",
                "lambdacomponents.receiver.otlp"));
    tags.addAll(List.of(more));
    tags.sort(null);
    boolean custom = tags.contains("lambdacomponents.exporter.clickhouse");
    List<OverlayFile> overlay =
        custom
            ? List.of(
                new OverlayFile(
                    "components/collector/lambdacomponents/exporter/clickhouse.go",
                    "lambdacomponents/exporter/clickhouse.go",
                    SyntheticUpstream.wrapper("exporter", "clickhouse", CLICKHOUSE)
                        .getBytes(StandardCharsets.UTF_8)))
            : List.of();
    List<Requirement> requirements =
        custom
            ? List.of(
                new Requirement(
                    CLICKHOUSE,
                    SyntheticUpstream.VERSION,
                    Requirement.Strength.EXACT,
                    Location.of("config/component_dependencies.yaml", 3, 7)))
            : List.of();
    return new LayerJob(
        distribution,
        "A test",
        tags,
        overlay,
        requirements,
        Platforms.standard().parse(platform, Location.NONE),
        Location.NONE);
  }

  CollectorBuildRequest request(Path output, LayerJob... jobs) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.putAll(proxy.environment());
    environment.putAll(more);
    return new CollectorBuildRequest(
        "test",
        upstream(),
        List.of(jobs),
        output,
        "1.0",
        environment,
        go,
        CollectorBuildRequest.Downloads.ALLOWED,
        OnFailure.CONTINUE);
  }

  /** The upstream as it is now. */
  Upstream upstream() {
    Problems problems = new Problems();
    GitLocation location =
        GitLocation.parse("https://example.org/upstream.git", folder, Location.NONE, problems)
            .orElseThrow();
    Upstream read =
        UpstreamReader.read(
                upstream.repository(), new GitRevision(location, "v1", COMMIT), problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    problems.throwIfErrors();
    return read;
  }

  CollectorBuildReport build(String store, CollectorBuildRequest request) {
    Store opened = Store.open(folder.resolve(store));
    Builders builders =
        new Builders(
            new RepositoryRoot(folder),
            Platforms.standard(),
            opened.memory("builders"),
            engine,
            Fetching.FORBIDDEN,
            Progress.none());
    Toolchains toolchains =
        new Toolchains(runner, builders, engine, opened.memory("go"), Progress.none());
    return new CollectorBuilds(opened, Budget.ofMachine(), toolchains, sizes, Progress.none())
        .build(request);
  }

  static Path layer(Path output, String name) {
    return output.resolve("layers").resolve(name);
  }

  PlanResult verify(Path output) {
    return verified(output).result();
  }

  VerifiedLayers verified(Path output) {
    return new LayerVerification(
            Store.open(folder.resolve("store")),
            Budget.ofMachine(),
            new LocalProcessRunner(),
            Progress.none())
        .verify(new ArtifactsFile(output, "artifacts.json"), "test");
  }
}
