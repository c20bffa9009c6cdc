package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.FileTreeBuilder;
import dev.ocelot.packaging.archive.Packing;
import dev.ocelot.packaging.artifact.PackedTree;
import dev.ocelot.packaging.binary.NativeFiles;
import dev.ocelot.packaging.collector.program.GoProgram;
import dev.ocelot.packaging.collector.program.ImportGraph;
import dev.ocelot.packaging.collector.toolchain.GoRoom;
import dev.ocelot.packaging.collector.toolchain.GoTask;
import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.plan.StepAction;
import dev.ocelot.packaging.plan.StepContext;
import dev.ocelot.packaging.plan.StepId;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiles a collector and packs it as a layer. */
final class LayerAction implements StepAction {
  private static final String BINARY = "extensions/collector";
  private static final String PROGRAM = "program";
  private static final String CONFIGURATION = "collector-config/";

  /** Otherwise the folder that a layer was built in would shape its bytes. */
  private static final String NO_PATHS = "-trimpath";

  private final LayerJob job;
  private final Upstream upstream;
  private final StepId modules;
  private final Tools tools;

  /**
   * What layers are built with.
   *
   * @param toolchain compiles
   * @param logFile gets what it prints
   */
  record Tools(GoToolchain toolchain, Path logFile) {}

  LayerAction(LayerJob job, Upstream upstream, StepId modules, Tools tools) {
    this.job = job;
    this.upstream = upstream;
    this.modules = modules;
    this.tools = tools;
  }

  /** How layers are packed. */
  static Packing packing(int threads) {
    return Packing.of(ArchiveFormat.ZIP, threads);
  }

  /** The name of the file with the sizes of a job's components. */
  static String sizes(LayerJob job) {
    return job.fileName() + ComponentSizes.EXTENSION;
  }

  @Override
  public void run(StepContext context) {
    Workspace workspace =
        Workspace.make(upstream, job.overlay(), context.work().resolve("collector"));
    workspace.putSettled(context.result(modules).directory());
    try (BuildLog log = BuildLog.open(tools.logFile(), context.progress())) {
      GoRoom go = tools.toolchain().room();
      Path settled = ModulesAction.modules(context.result(modules).directory());
      GoTask task =
          new GoTask(
              "compiling " + job,
              workspace.folder(),
              List.of(
                  new GoTask.Command(target(), build()), new GoTask.Command(target(), imports())));
      List<List<String>> answers = go.build(task, settled, log);
      Path binary = task.result(PROGRAM);
      GoProgram program = GoProgram.open(binary);
      new Licences(go.files(settled)).write(program.modules(), context.output());
      ComponentSizes.of(program.codeByPackage(), ImportGraph.parse(answers.get(1)))
          .write(context.output().resolve(sizes(job)));
      context.progress().line("packing");
      FileTree tree = tree(workspace, binary);
      List<Problem> problems = new NativeFiles(job.platform()).check(tree);
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
      PackedTree.writer(tree, context.output()).archive(packing(1), job.fileName()).end();
    }
  }

  private Map<String, String> target() {
    Map<String, String> variables = new TreeMap<>(upstream.recipe().environment());
    variables.put("GOOS", "linux");
    variables.put("GOARCH", job.goArch());
    return variables;
  }

  private List<String> build() {
    List<String> arguments = new ArrayList<>(List.of("build"));
    arguments.addAll(upstream.recipe().flags());
    if (!arguments.contains(NO_PATHS)) {
      arguments.add(NO_PATHS);
    }
    arguments.addAll(selection());
    arguments.add("-ldflags=" + LayerKey.linkerFlags(upstream));
    arguments.addAll(List.of("-o", "../" + GoTask.RESULTS + "/" + PROGRAM, "."));
    return arguments;
  }

  /** Asks which packages of the program import which. */
  private List<String> imports() {
    List<String> arguments = new ArrayList<>(List.of("list", "-deps"));
    arguments.addAll(selection());
    arguments.addAll(List.of("-f", "{{.ImportPath}} {{join .Imports \" \"}}", "."));
    return arguments;
  }

  private List<String> selection() {
    return job.buildTags().isEmpty()
        ? List.of("-mod=readonly")
        : List.of("-mod=readonly", "-tags=" + String.join(",", job.buildTags()));
  }

  /** The layout that the Lambda extension is loaded from. */
  private FileTree tree(Workspace workspace, Path binary) {
    FileTreeBuilder tree = FileTree.builder().file(BINARY, binary);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(workspace.folder())) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && upstream.recipe().isConfigFile(name)) {
          tree.file(CONFIGURATION + name, Files.readAllBytes(file), false);
        }
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the workspace of a layer cannot be read: " + e)
              .at(Location.of(workspace.folder().toString())),
          e);
    }
    return tree.build();
  }
}
