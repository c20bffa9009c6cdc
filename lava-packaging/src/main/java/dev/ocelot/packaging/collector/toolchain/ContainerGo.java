package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.FileTreeBuilder;
import dev.ocelot.packaging.archive.Packing;
import dev.ocelot.packaging.archive.TarOwner;
import dev.ocelot.packaging.archive.TarStream;
import dev.ocelot.packaging.archive.TreeEntry;
import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.docker.ContainerEnd;
import dev.ocelot.packaging.docker.ContainerId;
import dev.ocelot.packaging.docker.ContainerSpec;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.docker.InnerWatchdog;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Runs Go in containers of a builder, one for each task. The workspace goes in as a stream before
 * it starts, results and downloaded modules come out as streams when it has ended, and nothing of
 * this machine is mounted. Only a task that settles modules reaches a network, if anything does:
 * one that compiles is given the modules that were settled.
 */
final class ContainerGo implements GoRoom {
  /** What settling changes in a workspace. */
  static final List<String> SETTLED = List.of("go.mod", "go.sum");

  /** Nobody in particular; not a user of any distribution. */
  private static final ContainerSpec.User USER = new ContainerSpec.User(21983, 21983);

  private static final String SCRIPT = "run.sh";
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final long MEMORY = 8L << 30;
  private static final int PROCESSES = 4096;
  private static final GoFolders FOLDERS = GoFolders.USUAL;

  private final BuilderImage image;
  private final Builders builders;
  private final DockerEngine engine;
  private final Settings settings;

  /**
   * What is chosen.
   *
   * @param network what may be reached while modules are settled
   * @param environment what Go gets, {@code GOPROXY} among it where one is set
   */
  record Settings(Network network, Map<String, String> environment) {
    Settings {
      environment = Map.copyOf(environment);
    }
  }

  ContainerGo(BuilderImage image, Builders builders, DockerEngine engine, Settings settings) {
    this.image = image;
    this.builders = builders;
    this.engine = engine;
    this.settings = settings;
  }

  @Override
  public List<List<String>> settle(GoTask task, Path modules, BuildLog log) {
    Map<String, String> environment = environment();
    FileProxies proxies = FileProxies.of(environment.getOrDefault("GOPROXY", ""), FOLDERS);
    if (!proxies.goProxy().isEmpty()) {
      environment.put("GOPROXY", proxies.goProxy());
    }
    try (Container container = create(environment, settings.network(), log)) {
      fill(container, task, environment);
      for (int i = 0; i < proxies.folders().size(); i++) {
        container.in(FOLDERS.proxy(i), FileTree.scan(proxies.folders().get(i)));
      }
      List<List<String>> outputs = run(task, container, log);
      Path downloads = folder(task.workspace().resolveSibling("downloads"));
      container.out(FOLDERS.downloads(), downloads);
      new DownloadedModules(downloads).moveTo(modules);
      return outputs;
    }
  }

  @Override
  public List<List<String>> build(GoTask task, Path modules, BuildLog log) {
    Map<String, String> environment = environment();
    environment.put("GOPROXY", "file://" + FOLDERS.modules());
    // Every sum is in go.sum by now, and nobody could be asked for another.
    environment.put("GOSUMDB", "off");
    environment.remove("GONOPROXY");
    environment.remove("GOPRIVATE");
    try (Container container = create(environment, Network.NONE, log)) {
      fill(container, task, environment);
      // Nothing was kept where nothing was downloaded.
      if (Files.isDirectory(modules)) {
        container.in(FOLDERS.modules(), FileTree.scan(modules));
      }
      return run(task, container, log);
    }
  }

  /**
   * Asks which version of Go it is for a module; Go may fetch another for it.
   *
   * @param goMod the module's go.mod
   * @param log gets what is printed
   * @return such as {@code go1.24.2}
   */
  String version(byte[] goMod, BuildLog log) {
    FileTree files = FileTree.builder().file(GoFolders.WORKSPACE + "/go.mod", goMod, false).build();
    FileTree script =
        FileTree.builder().file(SCRIPT, GoScript.version(FOLDERS, environment()), false).build();
    List<String> lines = new ArrayList<>();
    try (Container container = create(environment(), settings.network(), log)) {
      container.in(FOLDERS.script(), script);
      container.inForUser(FOLDERS.work(), files);
      UrlLogins logins = UrlLogins.in(settings.environment());
      ContainerEnd end =
          engine.runToEnd(
              container.id(),
              LIMIT,
              line -> {
                log.accept(logins.hide(line));
                lines.add(line);
              });
      if (!end.succeeded() || lines.isEmpty()) {
        throw new ContainerGoEnd("asking Go for its version", log).failed(end, MEMORY, LIMIT);
      }
    }
    return lines.get(lines.size() - 1);
  }

  @Override
  public ModuleFiles files(Path modules) {
    return new ZippedModules(modules);
  }

  @Override
  public boolean isCurrent() {
    engine.removeAbandoned();
    return builders.verify(List.of(image));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(settings.environment());
    environment.putAll(FOLDERS.environment());
    return environment;
  }

  private Container create(Map<String, String> environment, Network network, BuildLog log) {
    return new Container(
        engine,
        engine.create(
            new ContainerSpec(
                builders.make(image, log),
                image.platform().name(),
                List.of("/bin/sh", FOLDERS.script() + "/" + SCRIPT),
                FOLDERS.workspace(),
                USER,
                GoScript.carried(environment),
                FOLDERS.writable(),
                network,
                new ContainerSpec.Limits(
                    LIMIT, MEMORY, Runtime.getRuntime().availableProcessors(), PROCESSES),
                InnerWatchdog.shell())));
  }

  private static void fill(Container container, GoTask task, Map<String, String> environment) {
    byte[] script = new GoScript(FOLDERS).of(task, environment);
    container.in(FOLDERS.script(), FileTree.builder().file(SCRIPT, script, false).build());
    container.inForUser(FOLDERS.work(), workspace(task.workspace()));
  }

  /** Below a name of its own: the folder that a stream is unpacked in belongs to root. */
  private static FileTree workspace(Path folder) {
    FileTreeBuilder tree = FileTree.builder();
    for (TreeEntry entry : FileTree.scan(folder).entries()) {
      String name = GoFolders.WORKSPACE + "/" + entry.name();
      if (entry instanceof TreeEntry.RegularFile) {
        tree.file(name, folder.resolve(entry.name()));
      } else if (entry instanceof TreeEntry.SymbolicLink link) {
        tree.link(name, link.target());
      } else {
        tree.directory(name);
      }
    }
    return tree.build();
  }

  private List<List<String>> run(GoTask task, Container container, BuildLog log) {
    UrlLogins logins = UrlLogins.in(settings.environment());
    ContainerEnd end =
        engine.runToEnd(container.id(), LIMIT, line -> log.accept(logins.hide(line)));
    if (!end.succeeded()) {
      throw new ContainerGoEnd(task.purpose(), log).failed(end, MEMORY, LIMIT);
    }
    Path results = folder(task.workspace().resolveSibling(GoTask.RESULTS));
    container.out(FOLDERS.results(), results);
    List<List<String>> outputs = new ArrayList<>();
    try {
      for (int i = 0; i < task.commands().size(); i++) {
        outputs.add(Files.readAllLines(results.resolve(GoFolders.linesFile(i))));
      }
      for (String name : SETTLED) {
        if (Files.exists(results.resolve(name))) {
          Files.write(task.workspace().resolve(name), Files.readAllBytes(results.resolve(name)));
        }
      }
    } catch (IOException e) {
      throw unwritable(results, e);
    }
    return outputs;
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static ProblemException unwritable(Path place, IOException e) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "Go's results cannot be kept: " + e)
            .at(Location.of(place.toString()))
            .withRemedy(FileAccessProblem.MAKE_ROOM),
        e);
  }

  /** Goes when it is closed, however the task ended. */
  private record Container(DockerEngine engine, ContainerId id) implements AutoCloseable {
    void in(String folder, FileTree tree) {
      in(folder, tree, name -> TarOwner.ROOT);
    }

    void inForUser(String folder, FileTree tree) {
      TarOwner user = new TarOwner(USER.uid(), USER.gid());
      in(folder, tree, name -> user);
    }

    private void in(String folder, FileTree tree, Function<String, TarOwner> owners) {
      ProcessInput tar = out -> TarStream.write(tree, out, Packing.DEFAULT_EPOCH, owners);
      engine.copyIn(id, folder, tar);
    }

    void out(String from, Path folder) {
      ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
      engine.copyOut(id, from, tar -> reader.extractTar(tar, "what Go made", folder));
    }

    @Override
    public void close() {
      engine.remove(id);
    }
  }
}
