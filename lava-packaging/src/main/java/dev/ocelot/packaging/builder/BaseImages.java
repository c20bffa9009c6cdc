package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.builder.BuilderBases.PlatformChoice;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.docker.LocalImage;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an engine for the images that builders are built on, and fetches what it does not have. */
final class BaseImages {
  /** A base image is not in the engine, and may not be fetched. */
  static final ProblemId IMAGE_MISSING = ProblemId.environment("image-missing");

  private static final Pattern PINNED = Pattern.compile(".+@(sha256:[0-9a-f]{64})");

  private final DockerEngine engine;
  private final Platforms platforms;
  private final Fetching fetching;
  private final Progress progress;

  BaseImages(DockerEngine engine, Platforms platforms, Fetching fetching, Progress progress) {
    this.engine = engine;
    this.platforms = platforms;
    this.fetching = fetching;
    this.progress = progress;
  }

  Resolution resolve(BuilderDefinition definition, BuilderBases bases) {
    Location where = Location.of(definition.shownAs());
    Platform own = known(engine.probe().platform(), where);
    Platform platform = platform(bases, own, where);
    SortedMap<String, String> ids = new TreeMap<>();
    for (String reference : bases.references()) {
      Matcher pinned = PINNED.matcher(reference);
      ids.put(
          reference,
          pinned.matches() ? pinned.group(1) : present(reference, platform, where).id().text());
    }
    return new Resolution(platform, own, ids);
  }

  private Platform platform(BuilderBases bases, Platform own, Location where) {
    if (bases.platform() instanceof PlatformChoice.Given given) {
      return known(given.platform(), where);
    } else if (bases.platform() instanceof PlatformChoice.OfEngine
        || bases.root().equals(BuilderBases.SCRATCH)) {
      return own;
    }
    // An image that is here decides; one that must be fetched is fetched for the engine's platform.
    return engine.image(bases.root()).map(image -> known(image.platform(), where)).orElse(own);
  }

  private LocalImage present(String reference, Platform platform, Location where) {
    Optional<LocalImage> here = engine.image(reference);
    if (here.isEmpty() && fetching == Fetching.ALLOWED) {
      JobProgress job = progress.started("fetch " + reference, Amount.unknown());
      boolean fetched = false;
      try {
        engine.pull(reference, platform.name(), job::line);
        fetched = true;
      } finally {
        job.finished(fetched ? Outcome.done("fetched") : Outcome.failed("not fetched"));
      }
      here = engine.image(reference);
    }
    return here.orElseThrow(
        () ->
            new ProblemException(
                Problem.error(IMAGE_MISSING, "the engine does not have the image " + reference)
                    .at(where)
                    .withRemedy(
                        Remedy.advice(
                            "bring it into the engine, for example by docker pull "
                                + reference
                                + ", or run without -o"))));
  }

  private Platform known(String text, Location where) {
    return platforms
        .spelled(text)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.error(
                            Platforms.UNKNOWN_PLATFORM, "the builder is of an unknown platform")
                        .at(where)
                        .comparing(
                            text,
                            "one of "
                                + String.join(
                                    ", ", platforms.all().stream().map(Platform::name).toList()))));
  }
}
