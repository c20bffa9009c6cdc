package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds is interrupted while the real Go builds. */
@Timeout(600)
class LayerCancellationIT {
  private final Path folder;
  private final CollectorFixture fixture;
  private final Path output;
  private final Path processes;

  LayerCancellationIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    this.output = folder.resolve("out");
    this.processes = folder.resolve("processes");
  }

  /**
   * The real Go, whose linker never ends: Go starts it through a program that first writes the ids
   * of itself and of Go into a pipe. So whoever reads them knows that Go is in the middle.
   */
  private ProcessRunner linkingForever() throws IOException {
    Path linker = folder.resolve("linker");
    Files.writeString(
        linker,
        """
        #!/bin/sh
        case "$*" in
          */link\\ -V=full) exec "$@" ;;
          */link\\ *) echo "$$ $PPID" >'%s'; exec sleep 3600 ;;
          *) exec "$@" ;;
        esac
        """
            .formatted(processes));
    ExecutableBit.set(linker, true);
    assertThat(new ProcessBuilder("mkfifo", processes.toString()).start().onExit().join())
        .returns(0, Process::exitValue);
    ProcessRunner real = new LocalProcessRunner();
    return request -> {
      if (!request.argv().get(1).equals("build")) {
        return real.run(request);
      }
      List<String> words = new ArrayList<>(request.argv());
      words.add(2, "-toolexec=" + linker);
      return real.run(
          new ProcessRequest(
              words,
              request.directory(),
              request.environment(),
              request.input(),
              request.output(),
              request.errorLines(),
              request.limits(),
              request.cancellation(),
              request.secrets()));
    };
  }

  /** Waits until the linker runs: opening a pipe for reading waits for its writer. */
  private List<ProcessHandle> running() throws IOException {
    try (FileChannel pipe = FileChannel.open(processes, StandardOpenOption.READ)) {
      String ids = new String(Channels.newInputStream(pipe).readAllBytes(), StandardCharsets.UTF_8);
      List<ProcessHandle> running = new ArrayList<>();
      for (String id : ids.strip().split(" ")) {
        running.add(ProcessHandle.of(Long.parseLong(id)).orElseThrow());
      }
      return running;
    }
  }

  private void closePipe() {
    try {
      FileChannel.open(processes, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingOfGoIsLeftAndTheLastLayerStays() throws Exception {
    LayerJob job = fixture.job("minimal", "linux/amd64");
    fixture.build("store", fixture.request(output, job)).result().throwIfFailed();
    Map<String, String> before = FilesBelow.digests(output);
    fixture.runner(linkingForever());
    LayerJob more = fixture.job("minimal", "linux/amd64", "lambdacomponents.exporter.clickhouse");

    AtomicReference<Object> end = new AtomicReference<>();
    Thread builder =
        new Thread(
            () -> {
              try {
                end.set(fixture.build("store", fixture.request(output, more)));
              } catch (RuntimeException e) {
                end.set(e);
              }
              // For whoever still waits for a linker that never came.
              closePipe();
            });
    builder.start();
    List<ProcessHandle> running = running();
    assertThat(running).hasSize(2).allMatch(ProcessHandle::isAlive);
    builder.interrupt();
    builder.join();

    assertThat(end.get()).isInstanceOf(CancelledException.class);
    assertThat(running).as("Go and what it started").noneMatch(ProcessHandle::isAlive);
    assertThat(FilesBelow.digests(output)).as("the last good layer").isEqualTo(before);
    assertThat(FilesBelow.scratch(folder.resolve("store"))).isEmpty();
    fixture.runner(new LocalProcessRunner());
    assertThat(fixture.build("store", fixture.request(output, more)).artifacts())
        .as("nothing of it stands in the way of the next run")
        .hasSize(1);
  }
}
