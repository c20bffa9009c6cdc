package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.docker.ImageBuild;
import dev.ocelot.packaging.docker.ImageId;
import dev.ocelot.packaging.docker.LocalImage;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.KeyMemory;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.RepositoryRoot;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The builders of a repository. For several threads; lives as long as a run.
 *
 * <p>The digest of a builder holds the ids of the images that it is built on. An engine is asked
 * for them once; from then on they are remembered, so that a run that finds everything in the store
 * asks no engine at all. Whoever is about to build calls {@link #verify} first, and plans anew when
 * an image has changed since.
 */
public final class Builders {
  private static final Duration LIMIT = Duration.ofHours(1);

  private final BuilderFiles files;
  private final Platforms platforms;
  private final KeyMemory memory;
  private final DockerEngine engine;
  private final BaseImages bases;
  private final Map<String, Source> read = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<String, FutureTask<ImageId>> made = new ConcurrentHashMap<>();

  /** Where a builder comes from: what the repository says, and the name of what is remembered. */
  private record Source(
      BuilderDefinition definition,
      SortedMap<String, String> arguments,
      BuilderBases bases,
      BuildKey key) {}

  /**
   * The builders of a repository.
   *
   * @param root the repository
   * @param platforms the platforms that are known
   * @param memory where answers of engines are kept
   * @param engine asked when nothing is remembered, and when an image is made
   * @param fetching whether missing images may be fetched
   * @param progress hears of fetching
   */
  public Builders(
      RepositoryRoot root,
      Platforms platforms,
      KeyMemory memory,
      DockerEngine engine,
      Fetching fetching,
      Progress progress) {
    this.files = new BuilderFiles(root);
    this.platforms = platforms;
    this.memory = memory;
    this.engine = engine;
    this.bases = new BaseImages(engine, platforms, fetching, progress);
  }

  /**
   * A builder for things of a platform. Asks the engine only when its answer is not remembered.
   *
   * @param name as a component names it
   * @param target what is built in it
   * @param usedAt where it is named
   * @return what is known of it
   * @throws dev.ocelot.problem.ProblemException {@code config-invalid} when there is no such
   *     builder or its Dockerfile cannot be read, and what the engine throws
   */
  public BuilderImage image(String name, Platform target, Location usedAt) {
    Source source = read.computeIfAbsent(name + " " + target, key -> read(name, target, usedAt));
    Resolution resolution = remembered(source).orElseGet(() -> ask(source));
    BuilderImage image = image(source, target, resolution);
    sources.put(image.digest(), source);
    return image;
  }

  private Source read(String name, Platform target, Location usedAt) {
    BuilderDefinition definition = files.read(name, usedAt);
    SortedMap<String, String> arguments = definition.arguments(target);
    Problems problems = new Problems();
    BuilderBases on = definition.bases(arguments, problems);
    problems.throwIfErrors();
    return new Source(definition, arguments, on, key(definition, arguments));
  }

  /**
   * Asks the engine whether what is remembered still holds. To be called before anything is built.
   *
   * @param images the builders that are going to be used
   * @return whether all of them are as they were; if not, {@link #image} gives what they are now
   */
  public boolean verify(Collection<BuilderImage> images) {
    boolean same = true;
    for (BuilderImage image : images) {
      Source source = source(image);
      if (!asked.contains(source.key().sha256())) {
        Optional<Resolution> before = remembered(source);
        same &= before.isPresent() && before.get().equals(ask(source));
      }
    }
    return same;
  }

  /**
   * Brings a builder into the engine, unless it is there already. Of several threads that need one
   * image the first makes it and the others wait for it.
   *
   * @param image a builder that this object gave out
   * @param lines called for each line of the build's output
   * @return by which to run it
   * @throws dev.ocelot.problem.ProblemException {@code image-build-failed} when the Dockerfile does
   *     not build, and what the engine throws
   */
  public ImageId make(BuilderImage image, Consumer<String> lines) {
    FutureTask<ImageId> mine = new FutureTask<>(() -> made(image, lines));
    FutureTask<ImageId> first = made.putIfAbsent(image.digest(), mine);
    FutureTask<ImageId> task = first == null ? mine : first;
    if (first == null) {
      mine.run();
    }
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("making the builder " + image.name());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }

  private ImageId made(BuilderImage image, Consumer<String> lines) {
    Optional<ImageId> here = engine.image(image.reference()).map(LocalImage::id);
    if (here.isPresent()) {
      return here.get();
    }
    Source source = source(image);
    lines.accept("making the builder " + image.name() + " for " + image.platform());
    return engine.buildImage(
        new ImageBuild(
            image.reference(),
            image.platform().name(),
            source.definition().stream(),
            BuilderDefinition.DOCKERFILE,
            source.arguments(),
            ImageBuild.Network.BRIDGE,
            LIMIT),
        lines);
  }

  private Source source(BuilderImage image) {
    Source source = sources.get(image.digest());
    if (source == null) {
      throw new IllegalArgumentException("a builder of somebody else: " + image.name());
    }
    return source;
  }

  private Optional<Resolution> remembered(Source source) {
    return memory
        .lastKey(source.key().sha256())
        .flatMap(last -> Resolution.of(last, platforms))
        .filter(last -> last.bases().keySet().containsAll(source.bases().references()));
  }

  private Resolution ask(Source source) {
    Resolution answer = bases.resolve(source.definition(), source.bases());
    memory.remember(source.key().sha256(), answer.remembered());
    asked.add(source.key().sha256());
    return answer;
  }

  private static BuildKey key(BuilderDefinition definition, SortedMap<String, String> arguments) {
    try {
      return definition.key(arguments).build();
    } catch (IOException e) {
      throw BuilderFiles.unreadable(definition.shownAs(), e);
    }
  }

  private static BuilderImage image(Source source, Platform target, Resolution resolution) {
    BuildKey.Builder digest = BuildKey.builder();
    source.key().records().forEach(record -> digest.add(record.subject(), record.value()));
    digest.add("platform", resolution.platform().name());
    resolution.bases().forEach((reference, id) -> digest.add("base " + reference, id));
    return new BuilderImage(
        source.definition().name(),
        target,
        resolution.platform(),
        !resolution.platform().runsOn(resolution.engine()),
        digest.build().sha256(),
        resolution.bases());
  }
}
