package dev.ocelot.packaging.component;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.component.ComponentAction.Tools;
import dev.ocelot.packaging.docker.DockerEngine;
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
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.SourceCache;
import dev.ocelot.packaging.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds components: plans, asks the store, builds what it does not have, and puts everything into
 * the output directory.
 *
 * <p>When the store has everything, no engine is asked and no process started. When something has
 * to be built, the engine is asked first whether its images are still those that the plan was made
 * for; if not, the plan is made anew.
 */
public final class ComponentBuilds {
  private static final int MOST_PLANS = 3;

  private final Services services;

  /**
   * What builds are done with.
   *
   * @param store where results are
   * @param budget what may be used at once
   * @param progress hears of the builds
   * @param platforms the platforms that are known
   * @param engine runs containers
   * @param builders the builders of the repository
   * @param runner runs scripts on this machine
   * @param sources brings what the repository does not hold
   */
  public record Services(
      Store store,
      Budget budget,
      Progress progress,
      Platforms platforms,
      DockerEngine engine,
      Builders builders,
      ProcessRunner runner,
      SourceCache sources) {}

  /**
   * With services.
   *
   * @param services what builds are done with
   */
  public ComponentBuilds(Services services) {
    this.services = services;
  }

  /**
   * Says what {@link #build} would do. Builds nothing and writes nothing into the output directory.
   *
   * @param request what to build
   * @return a forecast for each component and platform
   * @throws dev.ocelot.problem.ProblemException with everything that is wrong in the settings
   */
  public List<Forecast> forecast(ComponentBuildRequest request) {
    return runner(request).forecast(plan(request, jobs(request)));
  }

  /**
   * Builds.
   *
   * @param request what to build
   * @return how it ended; a step that failed is part of the report
   * @throws dev.ocelot.problem.ProblemException with everything that is wrong in the settings; when
   *     no engine answers and one is needed; when the results cannot be put in their place
   * @throws CancelledException when the thread was interrupted; it still is
   */
  public ComponentBuildReport build(ComponentBuildRequest request) {
    List<BuildJob> jobs = jobs(request);
    Plan plan = plan(request, jobs);
    for (int i = 1; i < MOST_PLANS && !holds(request, plan, jobs); i++) {
      jobs = jobs(request);
      plan = plan(request, jobs);
    }
    PlanResult result = runner(request).run(plan);
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException("building components");
    }
    List<Artifact> artifacts = new ArrayList<>();
    if (result.steps().stream().allMatch(StepResult.Done.class::isInstance)) {
      ComponentOutputs outputs = new ComponentOutputs(request.output(), request.version());
      for (BuildJob job : jobs) {
        StepResult.Done done = (StepResult.Done) result.of(id(job));
        outputs.place(job, done.entry());
      }
      artifacts.addAll(outputs.list());
    }
    return new ComponentBuildReport(result, artifacts);
  }

  /** Whether what is to be built is built in the images that the plan was made for. */
  private boolean holds(ComponentBuildRequest request, Plan plan, List<BuildJob> jobs) {
    Set<StepId> toBuild = new HashSet<>();
    for (Forecast forecast : runner(request).forecast(plan)) {
      if (forecast.action() == Forecast.Action.BUILD) {
        toBuild.add(forecast.id());
      }
    }
    List<BuilderImage> images = new ArrayList<>();
    for (BuildJob job : jobs) {
      BuilderImage image = job.builder();
      if (image != null && toBuild.contains(id(job))) {
        images.add(image);
      }
    }
    if (images.isEmpty()) {
      return true;
    }
    services.engine().removeAbandoned();
    return services.builders().verify(images);
  }

  private List<BuildJob> jobs(ComponentBuildRequest request) {
    return new ComponentJobs(request, services.builders(), services.platforms()).all();
  }

  private Plan plan(ComponentBuildRequest request, List<BuildJob> jobs) {
    Tools tools =
        new Tools(services.engine(), services.builders(), services.runner(), services.sources());
    List<Step> steps = new ArrayList<>();
    for (BuildJob job : jobs) {
      BuilderImage image = job.builder();
      Resources resources =
          image != null && image.emulated() ? Resources.EMULATED : Resources.ONE_CPU;
      var log = request.output().resolve("logs").resolve(job.baseName() + ".log");
      steps.add(
          new Step(id(job), job.key(), Set.of(), resources, new ComponentAction(job, log, tools)));
    }
    return new Plan(steps);
  }

  private PlanRunner runner(ComponentBuildRequest request) {
    PlanSettings settings = PlanSettings.of(request.root().path().toString(), request.onFailure());
    return new PlanRunner(services.store(), services.budget(), settings, services.progress());
  }

  private static StepId id(BuildJob job) {
    return new StepId(job.component() + " " + job.platform().shortName());
  }
}
