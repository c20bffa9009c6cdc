package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.Cancellation.Registration;
import dev.ocelot.packaging.process.JvmShutdown;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessOutput.ByteReader;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The engine behind Docker's command line.
 *
 * <p>Files enter a container that was created and not started, as a tar stream that {@code docker
 * cp} unpacks with the owners and modes of the stream: sources belong to root and cannot be written
 * to, work directories belong to the unprivileged user. This rather than a read-only root file
 * system, because {@code docker cp} cannot write into one, nor onto a tmpfs, which does not exist
 * before the start; and rather than a volume, because that needs a helper container. Results leave
 * it when it has ended, in the same way. All of that works on an engine elsewhere.
 */
public final class DockerCommandLine implements DockerEngine {
  private static final ProcessLimits QUICK = ProcessLimits.of(Duration.ofMinutes(2));
  private static final ProcessLimits COPY =
      ProcessLimits.of(Duration.ofHours(2)).withStall(Duration.ofMinutes(10));

  private final DockerClients clients;
  private final DockerCommand command;
  private final DockerCommand cleaning;
  private final OwnerLabels labels;
  private final Map<ContainerId, Registration> hooks = new ConcurrentHashMap<>();

  /**
   * An engine that the user's environment chooses.
   *
   * @param runner runs the client
   * @param tools finds it
   * @param cancellation ends every call but {@link #remove}
   */
  public DockerCommandLine(ProcessRunner runner, Tools tools, Cancellation cancellation) {
    this(
        tools,
        new DockerCommand(runner, Map.of(), cancellation),
        new DockerCommand(LocalProcessRunner.duringShutdown(), Map.of(), Cancellation.never()),
        OwnerLabels.ofThisProcess());
  }

  /**
   * With its parts.
   *
   * @param cleaning runs what must be done however the run ends
   */
  DockerCommandLine(
      Tools tools, DockerCommand command, DockerCommand cleaning, OwnerLabels labels) {
    this.clients = new DockerClients(tools, command);
    this.command = command;
    this.cleaning = cleaning;
    this.labels = labels;
  }

  @Override
  public EngineInfo probe() {
    return clients.first().engine();
  }

  @Override
  public Optional<LocalImage> image(String reference) {
    return images().find(reference);
  }

  @Override
  public void pull(String reference, String platform, Consumer<String> lines) {
    images().pull(reference, platform, lines);
  }

  private ImageCommands images() {
    return new ImageCommands(clients.first(), command);
  }

  @Override
  public ImageId buildImage(ImageBuild build, Consumer<String> lines) {
    new ImageBuildRun(clients.builder(), command).run(build, lines);
    return image(build.tag())
        .map(LocalImage::id)
        .orElseThrow(() -> new IllegalStateException("built and not there: " + build.tag()));
  }

  @Override
  public ContainerId create(ContainerSpec spec) {
    List<ContainerPath> writable = spec.writable().stream().map(ContainerPath::new).toList();
    ContainerArguments arguments = new ContainerArguments(spec, clients.processors());
    // A name of ours, so that a container can be removed whose id was never read.
    String name = "ocelot-" + UUID.randomUUID();
    Registration hook = JvmShutdown.guarding().before("remove " + name, () -> forceRemove(name));
    boolean done = false;
    try {
      ContainerId id = create(arguments, name);
      unpack(id, "/", DirectoryTar.ofUser(writable, spec.user()));
      hooks.put(id, hook);
      done = true;
      return id;
    } finally {
      if (!done) {
        forceRemove(name);
        hook.close();
      }
    }
  }

  private ContainerId create(ContainerArguments arguments, String name) {
    List<String> lines = new ArrayList<>();
    ProcessResult result =
        command.run(
            command
                .request(
                    clients.first().program(),
                    arguments.argv(name, labels.labels()),
                    arguments.environment(),
                    QUICK)
                .withOutput(ProcessOutput.lines(lines::add)));
    if (!result.succeeded() || lines.isEmpty()) {
      throw new ProblemException(EngineFailure.of(result, "cannot create a container"));
    }
    return new ContainerId(lines.get(lines.size() - 1));
  }

  @Override
  public void copyIn(ContainerId container, String directory, ProcessInput tar) {
    ContainerPath path = new ContainerPath(directory);
    unpack(container, "/", DirectoryTar.ofRoot(path));
    unpack(container, path.text(), tar);
  }

  private void unpack(ContainerId container, String directory, ProcessInput tar) {
    ProcessResult result = command.run(copy("-", container + ":" + directory).withInput(tar));
    if (!result.succeeded()) {
      throw new ProblemException(
          EngineFailure.of(result, "cannot copy files into a container at " + directory));
    }
  }

  private ProcessRequest copy(String from, String to) {
    return command.request(clients.first().program(), List.of("cp", from, to), COPY);
  }

  @Override
  public ContainerEnd runToEnd(ContainerId container, Duration limit, Consumer<String> lines) {
    return new ContainerRun(
            new ContainerCommands(clients.first(), command, cleaning, container),
            command.cancellation(),
            ContainerRun.Patience.USUAL)
        .run(limit, lines);
  }

  @Override
  public void copyOut(ContainerId container, String directory, ByteReader tar) {
    ContainerPath path = new ContainerPath(directory);
    ProcessResult result =
        command.run(
            copy(container + ":" + path.text() + "/.", "-").withOutput(ProcessOutput.bytes(tar)));
    if (!result.succeeded()) {
      throw new ProblemException(
          EngineFailure.of(result, "cannot copy " + directory + " out of a container"));
    }
  }

  @Override
  public void remove(ContainerId container) {
    ProcessResult result = forceRemove(container.text());
    Registration hook = hooks.remove(container);
    if (hook != null) {
      hook.close();
    }
    if (!result.succeeded()) {
      throw new ProblemException(EngineFailure.of(result, "cannot remove a container"));
    }
  }

  /** Also on a thread that was interrupted, which is when it matters most. */
  private ProcessResult forceRemove(String idOrName) {
    return Uninterrupted.call(
        () ->
            cleaning.run(
                cleaning.request(
                    clients.first().program(),
                    List.of("rm", "--force", "--volumes", idOrName),
                    QUICK)));
  }

  @Override
  public List<ContainerId> removeAbandoned() {
    List<ContainerId> abandoned = new AbandonedContainers(labels).among(listed());
    abandoned.forEach(this::remove);
    return abandoned;
  }

  private List<String> listed() {
    List<String> lines = new ArrayList<>();
    ProcessResult result =
        command.run(
            request(AbandonedContainers.listing(labels))
                .withOutput(ProcessOutput.lines(lines::add)));
    if (!result.succeeded()) {
      throw new ProblemException(EngineFailure.of(result, "cannot list containers"));
    }
    return lines;
  }

  private ProcessRequest request(String... arguments) {
    return command.request(clients.first().program(), List.of(arguments), QUICK);
  }
}
