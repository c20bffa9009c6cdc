package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each command of Go fails in its turn: one problem, and everything is as it was. */
@Timeout(600)
class LayerFaultsIT {
  private final CollectorFixture fixture;
  private final Path output;

  LayerFaultsIT(@TempDir Path folder) throws IOException {
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    this.output = folder.resolve("out");
  }

  /** Runs everything but commands that begin so; those are killed or fail. */
  private static ProcessRunner failing(String command, List<String> instead) {
    ProcessRunner real = new LocalProcessRunner();
    return request -> {
      List<String> words = request.argv();
      boolean isMeant = String.join(" ", words.subList(1, words.size())).startsWith(command);
      return real.run(isMeant ? ProcessRequest.of(instead, request.limits()) : request);
    };
  }

  private LayerJob job(String... tags) {
    return fixture.job("faulty", "linux/amd64", tags);
  }

  private List<Problem> problems(LayerJob job) {
    try {
      fixture.build("store", fixture.request(output, job)).result().throwIfFailed();
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @Test
  void aCommandThatFailsIsOneProblemAndTheLastLayerStays() throws IOException {
    assertThat(problems(job())).isEmpty();
    Map<String, String> before = FilesBelow.digests(output);
    LayerJob more = job("lambdacomponents.exporter.clickhouse");
    // In the order in which they run: modules that were settled once are not settled again.
    List<Map.Entry<String, String>> faults =
        List.of(
            Map.entry("env", "tool-missing"),
            Map.entry("mod edit", "build-failed"),
            Map.entry("mod tidy", "build-failed"),
            Map.entry("list -m ", "build-failed"),
            Map.entry("list -mod=mod", "build-failed"),
            Map.entry("build", "build-failed"),
            Map.entry("list -deps", "build-failed"));
    for (Map.Entry<String, String> fault : faults) {
      for (List<String> instead : List.of(List.of("false"), List.of("sh", "-c", "kill -9 $$"))) {
        fixture.runner(failing(fault.getKey(), instead));
        assertThat(problems(more))
            .as("go %s, by %s", fault.getKey(), instead)
            .singleElement()
            .satisfies(problem -> assertThat(problem.id().text()).isEqualTo(fault.getValue()));
        assertThat(FilesBelow.digests(output))
            .as("after go %s failed", fault.getKey())
            .isEqualTo(before);
        assertThat(FilesBelow.scratch(fixture.folder().resolve("store")))
            .as("scratch after go %s failed", fault.getKey())
            .isEmpty();
      }
    }
    fixture.runner(new LocalProcessRunner());
    assertThat(problems(more)).as("nothing of it stands in the way of the next run").isEmpty();
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsOneProblem() throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("layers"), "a file where a folder should be");
    assertThat(problems(job()))
        .singleElement()
        .satisfies(problem -> assertThat(problem.id().text()).isEqualTo("file-access"));
    assertThat(FilesBelow.digests(output)).containsOnlyKeys("layers");
  }
}
