package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Layers of the real Go, under limits that lie around their size. */
@Timeout(600)
class SizeBudgetIT {
  private final CollectorFixture fixture;
  private final Path output;

  SizeBudgetIT(@TempDir Path folder) throws IOException {
    this.fixture = new CollectorFixture(folder, CollectorFixture.noEngine());
    this.output = folder.resolve("out");
  }

  private CollectorBuildReport build(long most, String... tags) {
    fixture.sizes(new SizeBudget(most));
    return fixture.build(
        "store", fixture.request(output, fixture.job("minimal", "linux/amd64", tags)));
  }

  @Test
  void aLayerThatIsTooLargeDoesNotTakeThePlaceOfTheLastOne() throws IOException {
    CollectorBuildReport good = build(Publication.Layer.MOST_UNPACKED_BYTES);
    long size = ((Publication.Layer) good.artifacts().get(0).publication()).unpackedSize();
    assertThat(good.sizes()).as("it has 250 MB").isEmpty();
    Map<String, String> before = FilesBelow.digests(output);

    CollectorBuildReport near = build(size);
    assertThat(near.sizes())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(problem.id()).isEqualTo(SizeBudget.LAYER_TOO_LARGE);
            });
    assertThat(near.artifacts()).as("it can be loaded").hasSize(1);

    CollectorBuildReport large = build(size - 1, "lambdacomponents.processor.batch");
    assertThat(large.sizes())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.message()).isEqualTo("layer minimal amd64 is too large");
              assertThat(problem.expected()).isEqualTo("at most " + (size - 1));
            });
    assertThat(large.artifacts()).isEmpty();
    assertThat(FilesBelow.digests(output)).as("the last good layer").isEqualTo(before);
    assertThat(FilesBelow.scratch(fixture.folder().resolve("store"))).isEmpty();
  }
}
