package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessResult.Ending;
import dev.ocelot.packaging.process.ProcessRunner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers commands without starting anything, and remembers them. */
final class FakeClient implements ProcessRunner {
  static final ContainerId ID = new ContainerId("c".repeat(64));

  final List<String> commands = new CopyOnWriteArrayList<>();
  private final Function<ProcessRequest, ProcessResult> answer;

  FakeClient(Function<ProcessRequest, ProcessResult> answer) {
    this.answer = answer;
  }

  @Override
  public ProcessResult run(ProcessRequest request) {
    commands.add(request.command());
    return answer.apply(request);
  }

  DockerCommand command() {
    return new DockerCommand(this, Map.of(), Cancellation.never());
  }

  static DockerClient docker() {
    return new DockerClient(
        Path.of("/bin/docker"), "20.10.24", new EngineInfo("20.10.24", "linux/amd64"));
  }

  /** A success that prints lines to standard output. */
  static ProcessResult prints(ProcessRequest request, String... lines) {
    if (request.output() instanceof ProcessOutput.Bytes bytes) {
      byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      try {
        bytes.reader().read(new ByteArrayInputStream(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return ends(request, 0);
    }
    if (request.output() instanceof ProcessOutput.Lines consumer) {
      List.of(lines).forEach(consumer.consumer());
    }
    return ends(request, 0, lines);
  }

  static ProcessResult ends(ProcessRequest request, int code, String... tail) {
    return new ProcessResult(
        request.command(), Ending.EXITED, code, new ArrayList<>(List.of(tail)), Duration.ZERO);
  }

  static ProcessResult hangs(ProcessRequest request) {
    return new ProcessResult(
        request.command(), Ending.TIMED_OUT, 143, List.of(), Duration.ofSeconds(30));
  }
}
