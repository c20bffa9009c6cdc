package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.toolchain.Toolchains;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.plan.Budget;
import dev.ocelot.packaging.plan.Forecast;
import dev.ocelot.packaging.plan.Plan;
import dev.ocelot.packaging.plan.PlanResult;
import dev.ocelot.packaging.plan.PlanRunner;
import dev.ocelot.packaging.plan.PlanSettings;
import dev.ocelot.packaging.plan.Resources;
import dev.ocelot.packaging.plan.Step;
import dev.ocelot.packaging.plan.StepId;
import dev.ocelot.packaging.plan.StepResult;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.packaging.store.StoreEntry;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds collector layers: modules are settled once for each selection, whatever the number of
 * distributions and architectures that share it; each layer is compiled and packed unless the store
 * has it.
 */
public final class CollectorBuilds {
  private static final int MOST_PLANS = 3;

  private final Store store;
  private final Budget budget;
  private final Toolchains toolchains;
  private final SizeBudget sizes;
  private final Progress progress;

  /**
   * With what builds are done with.
   *
   * @param store where results are
   * @param budget what may be used at once
   * @param toolchains find Go
   * @param sizes how large layers may be
   * @param progress hears of the builds
   */
  public CollectorBuilds(
      Store store, Budget budget, Toolchains toolchains, SizeBudget sizes, Progress progress) {
    this.store = store;
    this.budget = budget;
    this.toolchains = toolchains;
    this.sizes = sizes;
    this.progress = progress;
  }

  /**
   * Says what {@link #build} would do. Builds nothing and writes nothing into the output directory.
   *
   * @param request what to build
   * @return a forecast for each selection and layer
   * @throws dev.ocelot.problem.ProblemException {@code tool-missing} when there is no fitting Go
   */
  public List<Forecast> forecast(CollectorBuildRequest request) {
    return runner(request).forecast(new Planned(request, toolchain(request)).plan());
  }

  /**
   * Builds.
   *
   * @param request what to build
   * @return how it ended; a step that failed is part of the report
   * @throws dev.ocelot.problem.ProblemException {@code tool-missing} when there is no fitting Go;
   *     when the results cannot be put in their place
   * @throws CancelledException when the thread was interrupted; it still is
   */
  public CollectorBuildReport build(CollectorBuildRequest request) {
    GoToolchain toolchain = toolchain(request);
    Planned planned = new Planned(request, toolchain);
    for (int i = 1; i < MOST_PLANS && !holds(request, planned); i++) {
      toolchain = toolchain(request);
      planned = new Planned(request, toolchain);
    }
    PlanResult result = runner(request).run(planned.plan());
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException("building layers");
    }
    if (!result.steps().stream().allMatch(StepResult.Done.class::isInstance)) {
      return new CollectorBuildReport(result, List.of(), List.of());
    }
    // Before anything takes the place of a layer that can be loaded.
    Problems large = new Problems();
    planned.layers.forEach(layer -> layer.check(result, sizes).ifPresent(large::add));
    List<Artifact> artifacts = large.hasErrors() ? List.of() : place(request, planned, result);
    return new CollectorBuildReport(result, artifacts, large.all());
  }

  private static List<Artifact> place(
      CollectorBuildRequest request, Planned planned, PlanResult result) {
    LayerOutputs outputs =
        new LayerOutputs(
            request.output(), request.version(), request.upstream(), planned.toolchain);
    planned.layers.forEach(layer -> outputs.place(layer.job(), layer.key(), layer.entry(result)));
    return outputs.list();
  }

  /** Whether what is to be built is built by the Go that the plan was made for. */
  private boolean holds(CollectorBuildRequest request, Planned planned) {
    boolean builds =
        runner(request).forecast(planned.plan()).stream()
            .anyMatch(forecast -> forecast.action() == Forecast.Action.BUILD);
    return !builds || planned.toolchain.room().isCurrent();
  }

  private GoToolchain toolchain(CollectorBuildRequest request) {
    Toolchains.Module module =
        new Toolchains.Module(
            request.upstream().collector(),
            request.upstream().goMod().go(),
            request.upstream().revision().commit(),
            log(request, "collector-go"));
    boolean online = request.modules() == CollectorBuildRequest.Downloads.ALLOWED;
    return toolchains.find(request.go(), module, request.environment(), online);
  }

  private static Path log(CollectorBuildRequest request, String name) {
    return request.output().resolve("logs").resolve(name + ".log");
  }

  private PlanRunner runner(CollectorBuildRequest request) {
    PlanSettings settings = PlanSettings.of(request.scope(), request.onFailure());
    return new PlanRunner(store, budget, settings, progress);
  }

  private record Layer(StepId id, LayerJob job, BuildKey key) {
    StoreEntry entry(PlanResult result) {
      return ((StepResult.Done) result.of(id)).entry();
    }

    Optional<Problem> check(PlanResult result, SizeBudget sizes) {
      return sizes.check(job, LayerOutputs.unpackedSize(entry(result)));
    }
  }

  /** The steps of a request. */
  private static final class Planned {
    private final CollectorBuildRequest request;
    private final GoToolchain toolchain;
    private final List<Step> steps = new ArrayList<>();
    private final Map<BuildKey, StepId> selections = new LinkedHashMap<>();
    private final List<Layer> layers = new ArrayList<>();

    Planned(CollectorBuildRequest request, GoToolchain toolchain) {
      this.request = request;
      this.toolchain = toolchain;
      request.jobs().forEach(this::add);
    }

    Plan plan() {
      return new Plan(steps);
    }

    private void add(LayerJob job) {
      Upstream upstream = request.upstream();
      BuildKey modulesKey = ModulesKey.of(job, upstream, toolchain);
      StepId modules = selections.computeIfAbsent(modulesKey, key -> addModules(job, key));
      BuildKey key = LayerKey.of(job, upstream, toolchain, modulesKey);
      StepId id = new StepId(job.toString());
      LayerAction.Tools tools = new LayerAction.Tools(toolchain, log(request, job.baseName()));
      LayerAction action = new LayerAction(job, upstream, modules, tools);
      steps.add(new Step(id, key, Set.of(modules), Resources.ONE_CPU, action));
      layers.add(new Layer(id, job, key));
    }

    private StepId addModules(LayerJob job, BuildKey key) {
      StepId id = new StepId("modules of " + job.distribution());
      Path log = log(request, "collector-modules-" + job.distribution());
      ModulesAction action = new ModulesAction(job, request.upstream(), toolchain, log);
      steps.add(new Step(id, key, Set.of(), Resources.ONE_CPU, action));
      return id;
    }
  }
}
