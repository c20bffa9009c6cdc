package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeBudgetTest {
  private static final LayerJob JOB =
      new LayerJob(
          "full",
          "",
          List.of(),
          List.of(),
          List.of(),
          Platforms.standard().parse("linux/arm64", Location.NONE),
          Location.of("config/distributions.yaml", 7, 1));

  /** AWS Lambda's limit is 250 MiB: 262,144,000 bytes. */
  @ParameterizedTest
  @CsvSource({
    "0, fits",
    "235929600, fits",
    "235929601, WARNING",
    "262144000, WARNING",
    "262144001, ERROR",
    "9223372036854775807, ERROR"
  })
  void aLayerIsHeldToWhatLambdaLoads(long unpacked, String expected) {
    assertThat(
            SizeBudget.OF_LAMBDA
                .check(JOB, unpacked)
                .map(problem -> problem.severity().name())
                .orElse("fits"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "240000000, layer full arm64 comes near what a layer may hold",
    "270000000, layer full arm64 is too large"
  })
  void saysWhichAndWhatToDo(long unpacked, String message) {
    Problem problem = SizeBudget.OF_LAMBDA.check(JOB, unpacked).orElseThrow();
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.got()).isEqualTo(unpacked + " bytes unpacked");
    assertThat(problem.expected()).isEqualTo("at most 262144000");
    assertThat(problem.location().toString()).isEqualTo("config/distributions.yaml:7:1");
    assertThat(problem.remedy().toString()).contains("leave out components");
  }
}
