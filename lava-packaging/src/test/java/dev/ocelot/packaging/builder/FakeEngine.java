package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.docker.ContainerEnd;
import dev.ocelot.packaging.docker.ContainerId;
import dev.ocelot.packaging.docker.ContainerSpec;
import dev.ocelot.packaging.docker.DockerEngine;
import dev.ocelot.packaging.docker.EngineInfo;
import dev.ocelot.packaging.docker.ImageBuild;
import dev.ocelot.packaging.docker.ImageId;
import dev.ocelot.packaging.docker.LocalImage;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.process.ProcessOutput.ByteReader;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An engine of an amd64 machine that runs nothing: it knows images, and what it was asked. */
public class FakeEngine implements DockerEngine {
  /** What a container does: gets its spec and its files, leaves a tar stream. */
  public interface Program {
    ContainerEnd run(ContainerSpec spec, Map<String, byte[]> in, OutputStream artifacts)
        throws IOException;
  }

  private final Map<String, LocalImage> images = new ConcurrentHashMap<>();
  private final Map<ContainerId, ContainerSpec> containers = new ConcurrentHashMap<>();
  private final Map<ContainerId, Map<String, byte[]>> copied = new ConcurrentHashMap<>();
  private final Map<ContainerId, byte[]> artifacts = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Program program = (spec, in, out) -> new ContainerEnd.Exited(1);

  /** Lets it have an image. */
  public FakeEngine with(String reference, int id, String platform) {
    images.put(reference, new LocalImage(id(id), platform));
    return this;
  }

  /** Lets containers do something. */
  public FakeEngine running(Program what) {
    program = what;
    return this;
  }

  /** An id made of one number. */
  public static ImageId id(int number) {
    return new ImageId("sha256:" + "%064x".formatted(number));
  }

  /** What it was asked, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Forgets what it was asked. */
  public void forget() {
    calls.clear();
  }

  /** How many containers there are. */
  public int containers() {
    return containers.size();
  }

  @Override
  public EngineInfo probe() {
    calls.add("probe");
    return new EngineInfo("20.10.24", "linux/amd64");
  }

  @Override
  public Optional<LocalImage> image(String reference) {
    calls.add("image " + reference);
    return Optional.ofNullable(images.get(reference));
  }

  @Override
  public void pull(String reference, String platform, Consumer<String> lines) {
    calls.add("pull " + reference + " " + platform);
    if (reference.startsWith("nowhere/")) {
      throw new ProblemException(
          Problem.error(ProblemId.environment("docker-failed"), "no such image " + reference));
    }
    with(reference, 1000 + count.incrementAndGet(), platform);
  }

  @Override
  public ImageId buildImage(ImageBuild build, Consumer<String> lines) {
    calls.add("build " + build.tag() + " " + build.platform() + " " + build.arguments());
    ByteArrayOutputStream context = new ByteArrayOutputStream();
    write(build.context(), context);
    lines.accept("context of " + context.size() + " bytes");
    with(build.tag(), 2000 + count.incrementAndGet(), build.platform());
    return image(build.tag()).orElseThrow().id();
  }

  @Override
  public ContainerId create(ContainerSpec spec) {
    calls.add("create " + String.join(" ", spec.argv()));
    ContainerId id = new ContainerId("%064x".formatted(count.incrementAndGet()));
    containers.put(id, spec);
    copied.put(id, new HashMap<>());
    return id;
  }

  @Override
  public void copyIn(ContainerId container, String directory, ProcessInput tar) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(tar, bytes);
    filesOf(container).put(directory, bytes.toByteArray());
  }

  @Override
  public ContainerEnd runToEnd(ContainerId container, Duration limit, Consumer<String> lines) {
    calls.add("run");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      lines.accept("it runs");
      ContainerSpec spec = java.util.Objects.requireNonNull(containers.get(container));
      ContainerEnd end = program.run(spec, filesOf(container), out);
      artifacts.put(container, out.toByteArray());
      return end;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void copyOut(ContainerId container, String directory, ByteReader tar) {
    try {
      tar.read(new ByteArrayInputStream(artifacts.getOrDefault(container, new byte[0])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(ContainerId container) {
    containers.remove(container);
  }

  @Override
  public List<ContainerId> removeAbandoned() {
    calls.add("remove abandoned");
    return List.of();
  }

  private Map<String, byte[]> filesOf(ContainerId container) {
    return java.util.Objects.requireNonNull(copied.get(container));
  }

  private static void write(ProcessInput input, OutputStream out) {
    try {
      input.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
