package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.process.ProcessOutput.ByteReader;
import dev.ocelot.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An engine that builds images and runs containers, on this machine or another. Safe for several
 * threads.
 *
 * <p>Files go in and come out as tar streams and nothing of this machine is mounted, so an engine
 * on another machine is used in the same way. No call reaches the engine before a job needs it.
 * Each call may throw {@link ProblemException} with {@code docker-unavailable} when no engine
 * answers and {@code docker-failed} when the engine refuses, and {@link
 * dev.ocelot.packaging.process.CancelledException} when its thread is interrupted.
 */
public interface DockerEngine {

  /**
   * Finds a client and asks its engine what it is.
   *
   * @return what answered
   */
  EngineInfo probe();

  /**
   * Looks an image up in the engine's own list; no registry is asked.
   *
   * @param reference a name with tag or digest, or an id
   * @return the image, or empty when the engine does not have it
   */
  Optional<LocalImage> image(String reference);

  /**
   * Fetches an image from its registry into the engine's own list.
   *
   * @param reference a name with tag or digest
   * @param platform one platform, such as {@code linux/arm64}
   * @param lines called for each line that tells how it goes on
   */
  void pull(String reference, String platform, Consumer<String> lines);

  /**
   * Builds an image for one platform.
   *
   * @param build what to build
   * @param lines called for each line of the build's output
   * @return the image's id
   * @throws ProblemException {@code image-build-failed} when the Dockerfile does not build
   */
  ImageId buildImage(ImageBuild build, Consumer<String> lines);

  /**
   * Creates a container, with its writable directories and our labels; does not start it.
   *
   * @param spec what to create
   * @return its id; the caller ends with {@link #remove}
   */
  ContainerId create(ContainerSpec spec);

  /**
   * Unpacks a tar stream into a container that has not started. Owners and modes are those of the
   * stream. A directory that is missing is made, owned by root with mode 0755.
   *
   * @param container the container
   * @param directory absolute, below a directory that no system has, such as {@code /ocelot/source}
   * @param tar writes the stream
   */
  void copyIn(ContainerId container, String directory, ProcessInput tar);

  /**
   * Starts a container and waits until it has ended, killing it at its time limit. How it ended is
   * what the engine says, not what the client returned.
   *
   * @param container the container
   * @param limit how long it may take, as in its {@link ContainerSpec.Limits}
   * @param lines called for each line of its output, standard output and standard error alike
   * @return how it ended
   */
  ContainerEnd runToEnd(ContainerId container, Duration limit, Consumer<String> lines);

  /**
   * Reads what a directory holds from a container that has ended, as a tar stream.
   *
   * @param container the container
   * @param directory absolute; the names in the stream are relative to it, and its first entry is
   *     {@code ./}
   * @param tar reads the stream; it comes from whatever ran in the container and is not to be
   *     trusted
   */
  void copyOut(ContainerId container, String directory, ByteReader tar);

  /**
   * Kills what still runs and removes the container; one that is gone already is fine.
   *
   * @param container the container
   */
  void remove(ContainerId container);

  /**
   * Removes the containers of runs that have died without doing so, and only those: a container
   * whose owner lives, or cannot be judged from here, stays.
   *
   * @return what was removed
   */
  List<ContainerId> removeAbandoned();
}
