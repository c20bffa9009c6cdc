package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.builder.BuilderImage;
import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.component.BuildJob.Room;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentSettings;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns components and their settings into jobs, and says everything that is wrong with them. */
final class ComponentJobs {
  private final ComponentBuildRequest request;
  private final Builders builders;
  private final BuildSettingsReader reader;
  private final Set<Problem> problems = new LinkedHashSet<>();

  ComponentJobs(ComponentBuildRequest request, Builders builders, Platforms platforms) {
    this.request = request;
    this.builders = builders;
    this.reader = new BuildSettingsReader(platforms, BuildDefaults.read());
  }

  /**
   * The jobs of all components.
   *
   * @return in the order of the components and their platforms
   * @throws ProblemException with everything that is wrong, each once
   */
  List<BuildJob> all() {
    List<BuildJob> jobs = new ArrayList<>();
    for (TaggedComponent tagged : request.components()) {
      try {
        jobs.addAll(of(tagged));
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      throw new ProblemException(List.copyOf(problems));
    }
    return jobs;
  }

  private List<BuildJob> of(TaggedComponent tagged) {
    Component component = tagged.component();
    Problems own = new Problems();
    ComponentBuildSettings settings = reader.read(component, own);
    checkEnvironment(component.settings(), component, own);
    if (settings.place() instanceof BuildPlace.Host host
        && request.hostScripts() == HostScripts.REFUSED) {
      own.add(refused(component, host.location()));
    }
    own.throwIfErrors();
    SortedMap<String, String> environment = environment(component.settings());
    List<Boolean> executable = executable(tagged);
    List<BuildJob> jobs = new ArrayList<>();
    for (Platform platform : settings.platforms()) {
      Room room = room(settings.place(), platform);
      ComponentKey.Parts parts = new ComponentKey.Parts(executable, environment, room);
      jobs.add(
          new BuildJob(
              tagged,
              settings,
              platform,
              executable,
              environment,
              room,
              ComponentKey.of(tagged, settings, platform, parts)));
    }
    return jobs;
  }

  private Room room(BuildPlace place, Platform platform) {
    if (place instanceof BuildPlace.Container container) {
      BuilderImage image = builders.image(container.builder(), platform, container.location());
      return new Room.Container(image);
    }
    return new Room.Host(Machine.id());
  }

  private SortedMap<String, String> environment(ComponentSettings settings) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String name : settings.environment()) {
      String value = request.environment().get(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return values;
  }

  /** Whether names are names was checked when the file was read. */
  private static void checkEnvironment(
      ComponentSettings settings, Component component, Problems own) {
    for (String name : settings.environment()) {
      if (BuildEnvironment.RESERVED.contains(name) || name.equals(component.name().variable())) {
        own.add(
            Problem.error(
                    ProblemId.CONFIG_INVALID,
                    "component "
                        + component.name()
                        + " declares the variable "
                        + name
                        + ", which every build gets from Ocelot")
                .at(settings.location())
                .withRemedy(Remedy.advice("remove it from environment:, or give it another name")));
      }
    }
  }

  private static Problem refused(Component component, Location where) {
    return Problem.error(
            ScriptEvaluator.HOST_SCRIPT_REFUSED,
            "component "
                + component.name()
                + " is built on this machine, without a container, and nobody allowed that")
        .at(where)
        .withRemedy(
            Remedy.advice(
                "run with -Docelot.allowHostScripts=true if you trust the script, or name a builder"
                    + " of config/builders"));
  }

  private static List<Boolean> executable(TaggedComponent tagged) {
    List<Boolean> bits = new ArrayList<>();
    for (TagInput input : tagged.inputs()) {
      try {
        bits.add(ExecutableBit.of(input.file()));
      } catch (IOException e) {
        throw new ProblemException(
            Problem.error(
                    ProblemId.INPUT_MISSING, "input '" + input.path() + "' cannot be read: " + e)
                .at(Location.of(tagged.component().script())),
            e);
      }
    }
    return bits;
  }
}
