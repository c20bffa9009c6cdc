package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.component.ComponentBuildSettings.Format;
import dev.ocelot.packaging.component.ComponentBuildSettings.Limits;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.yaml.NearMiss;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the {@code build:} section of a component, strictly, with the defaults beneath it. */
final class BuildSettingsReader {
  private static final Limits NO_LIMITS = new Limits(Duration.ofMinutes(1), 0, 1);

  private final Platforms platforms;
  private final YamlMap defaults;

  BuildSettingsReader(Platforms platforms, YamlMap defaults) {
    this.platforms = platforms;
    this.defaults = defaults;
  }

  /**
   * Reads.
   *
   * @param component whose section
   * @param problems takes what is wrong: {@code config-invalid}, {@code unknown-platform}
   * @return the settings; of no use when an error was added
   */
  ComponentBuildSettings read(Component component, Problems problems) {
    return new Section(component, problems).read();
  }

  /** One section, key by key. */
  private final class Section {
    private final YamlMap map;
    private final YamlReader own;
    private final YamlReader fallback;
    private final String what;
    private final Problems problems;

    Section(Component component, Problems problems) {
      this.map = component.settings().build();
      this.what = "build of component " + component.name();
      this.own = new YamlReader(map, what, problems);
      this.fallback = new YamlReader(defaults, "the defaults", problems);
      this.problems = problems;
    }

    ComponentBuildSettings read() {
      BuildPlace place = place();
      List<Platform> wanted = wantedPlatforms();
      Network network = in("network").choice("network", Network.class, Network.NONE);
      List<DeclaredSource> sources = new SourcesReader(what, problems).read(own.maps("sources"));
      boolean layer = in("layer").bool("layer", false);
      Format format = format();
      Limits limits =
          new Limits(
              quantity("timeout", Quantity.DURATION, Quantity::duration, NO_LIMITS.time()),
              quantity("memory", Quantity.MEMORY, Quantity::memory, NO_LIMITS.memory()),
              (int) in("processes").number("processes", 1, 1 << 20, NO_LIMITS.processes()));
      own.finish();
      if (layer && wanted.stream().noneMatch(BuildSettingsReader::runsOnLambda)) {
        problems.add(noLayer(wanted));
      }
      return new ComponentBuildSettings(place, wanted, network, sources, layer, format, limits);
    }

    /** Where a key is said; the component's own word wins. */
    private YamlReader in(String key) {
      return own.has(key) ? own : fallback;
    }

    private BuildPlace place() {
      Location where = own.location("builder");
      Optional<String> given = own.string("builder");
      // What is no text, or stands under a key that is nearly right, is a problem of its own.
      boolean absent = !own.has("builder") && NearMiss.nearest("builder", map.keys()).isEmpty();
      if (absent || given.filter(String::isEmpty).isPresent()) {
        problems.add(
            invalid("there is no builder in the " + what, map.location())
                .withRemedy(
                    Remedy.advice(
                        "add builder: with the name of a file in config/builders/, or host")));
      }
      String builder = given.orElse("");
      return builder.equals(BuildPlace.HOST)
          ? new BuildPlace.Host(where)
          : new BuildPlace.Container(builder, where);
    }

    private List<Platform> wantedPlatforms() {
      YamlReader reader = in("platforms");
      Location where = reader.location("platforms");
      Set<Platform> wanted = new LinkedHashSet<>();
      for (String text : reader.strings("platforms")) {
        try {
          if (!wanted.add(platforms.parse(text, where))) {
            problems.add(invalid("platform " + text + " stands twice in the " + what, where));
          }
        } catch (ProblemException e) {
          problems.addAll(e.problems());
        }
      }
      if (own.has("platforms") && wanted.isEmpty() && !problems.hasErrors()) {
        problems.add(invalid("there is no platform in the " + what, where));
      }
      return List.copyOf(wanted);
    }

    private Format format() {
      YamlReader reader = in("format");
      String text = reader.string("format", ArchiveFormat.ZIP.extension());
      Optional<ArchiveFormat> format =
          Arrays.stream(ArchiveFormat.values()).filter(f -> f.extension().equals(text)).findFirst();
      if (format.isEmpty()) {
        String legal =
            Arrays.stream(ArchiveFormat.values())
                .map(ArchiveFormat::extension)
                .collect(Collectors.joining(", "));
        problems.add(wrong("format", text, "one of " + legal));
      }
      ArchiveFormat known = format.orElse(ArchiveFormat.ZIP);
      long level =
          own.number("level", known.lowestLevel(), known.highestLevel(), known.defaultLevel());
      long epoch = in("epoch").number("epoch", 0, 0x1_FFFF_FFFFL, 0);
      return new Format(known, (int) level, epoch);
    }

    private <T> T quantity(
        String key, String form, Function<String, Optional<T>> reading, T otherwise) {
      String text = in(key).string(key, "");
      Optional<T> value = reading.apply(text);
      if (value.isEmpty()) {
        problems.add(wrong(key, text, form));
      }
      return value.orElse(otherwise);
    }

    private Problem noLayer(List<Platform> wanted) {
      String names = wanted.stream().map(Platform::name).collect(Collectors.joining(", "));
      return invalid("no platform of the " + what + " can be a layer", own.location("layer"))
          .comparing(names, "linux/amd64 or linux/arm64 among the platforms");
    }

    private Problem wrong(String key, String got, String expected) {
      return invalid("\"" + key + "\" in " + what + " has the wrong value", own.location(key))
          .comparing("\"" + got + "\"", expected);
    }
  }

  /** Lambda knows two architectures. */
  static boolean runsOnLambda(Platform platform) {
    return platform.word(Vocabulary.LAMBDA).isPresent();
  }

  private static Problem invalid(String message, Location where) {
    return Problem.error(ProblemId.CONFIG_INVALID, message).at(where);
  }
}
