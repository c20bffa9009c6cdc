package dev.ocelot.packaging.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildMatrixTest {
  private static final List<String> BOTH = List.of("amd64", "arm64");

  private final Problems problems = new Problems();

  private static List<String> numbered(String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> word + i).toList();
  }

  @Test
  void c6AllArchitecturesAndOneRegion() {
    BuildMatrix matrix = new BuildMatrix(List.of(), BOTH, List.of("us-east-1"));

    assertThat(new GitHubMatrix().outputs(matrix))
        .containsExactly(
            new StepOutput("build_jobs", "{\"architecture\":[\"amd64\",\"arm64\"]}"),
            new StepOutput(
                "release_jobs",
                "{\"architecture\":[\"amd64\",\"arm64\"],\"aws-region\":[\"us-east-1\"]}"));
    assertThat(new GitHubMatrix().lines(matrix))
        .containsExactly(
            "Build matrix: {\"architecture\":[\"amd64\",\"arm64\"]}",
            "Release matrix: {\"architecture\":[\"amd64\",\"arm64\"],\"aws-region\":[\"us-east-1\"]}");
  }

  @Test
  void distributionsAreAnAxisOfTheirOwn() {
    BuildMatrix matrix = new BuildMatrix(List.of("full", "minimal"), BOTH, List.of("us-east-1"));
    assertThat(new GitHubMatrix().outputs(matrix).get(0).value())
        .isEqualTo(
            "{\"distribution\":[\"full\",\"minimal\"],\"architecture\":[\"amd64\",\"arm64\"]}");
    assertThat(matrix.jobs()).isEqualTo(4);
  }

  @Test
  void gitLabGetsAChildPipeline() {
    BuildMatrix matrix =
        new BuildMatrix(List.of("full"), List.of("arm64"), List.of("eu-west-1", "us-east-1"));

    assertThat(new GitLabMatrix(".gitlab/layers.yml").lines(matrix))
        .containsExactly(
            "include:",
            "  - local: '.gitlab/layers.yml'",
            "",
            "\"build-layer-full\":",
            "  extends: .build-layer",
            "  variables:",
            "    OCELOT_DISTRIBUTION: \"full\"",
            "  parallel:",
            "    matrix:",
            "      - OCELOT_ARCHITECTURE: [\"arm64\"]",
            "",
            "\"release-layer-full\":",
            "  extends: .release-layer",
            "  variables:",
            "    OCELOT_DISTRIBUTION: \"full\"",
            "  parallel:",
            "    matrix:",
            "      - OCELOT_ARCHITECTURE: [\"arm64\"]",
            "        OCELOT_REGION: [\"eu-west-1\", \"us-east-1\"]",
            "  needs: [\"build-layer-full\"]");
    assertThat(new GitLabMatrix("x").outputs(matrix)).isEmpty();
  }

  @Test
  void theChildPipelineIsYaml() {
    BuildMatrix matrix = new BuildMatrix(List.of(), BOTH, List.of("us-east-1"));
    String yaml = String.join("\n", new GitLabMatrix("it's.yml").lines(matrix));

    YamlMap map = YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8), "child.yml", problems);

    assertThat(problems.all()).isEmpty();
    assertThat(map.keys()).containsExactly("include", "build-layer", "release-layer");
  }

  /** What the engines document as their limits. */
  static Stream<Arguments> limits() {
    MatrixForm gitHub = new GitHubMatrix();
    MatrixForm gitLab = new GitLabMatrix("x");
    List<String> none = List.of();
    return Stream.of(
        arguments(gitHub, new BuildMatrix(none, BOTH, numbered("r", 128)), true),
        arguments(gitHub, new BuildMatrix(none, BOTH, numbered("r", 129)), false),
        arguments(gitHub, new BuildMatrix(numbered("d", 6), BOTH, numbered("r", 34)), false),
        arguments(gitLab, new BuildMatrix(numbered("d", 6), BOTH, numbered("r", 34)), true),
        arguments(gitLab, new BuildMatrix(none, BOTH, numbered("r", 100)), true),
        arguments(gitLab, new BuildMatrix(none, BOTH, numbered("r", 101)), false));
  }

  @ParameterizedTest
  @MethodSource
  void limits(MatrixForm form, BuildMatrix matrix, boolean fits) {
    form.check(matrix, problems);
    assertThat(problems.all().isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\nb", "-a", "$(a)"})
  void aValueIsAWord(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BuildMatrix(List.of(value), BOTH, List.of("r")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BuildMatrix(List.of(), BOTH, List.of()));
  }

  @Test
  void allRegionsAreTheUsualOnes() {
    Regions regions = Regions.standard();

    assertThat(regions.select(List.of("all"), problems))
        .containsExactly(
            "ca-central-1",
            "ca-west-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "us-east-1",
            "us-east-2",
            "us-west-2");
    assertThat(regions.select(List.of("sa-east-1", "eu-west-1", "sa-east-1"), problems))
        .containsExactly("eu-west-1", "sa-east-1");
    assertThat(regions.all()).hasSizeGreaterThan(30);
    assertThat(regions.all()).extracting(LambdaRegion::name).doesNotHaveDuplicates();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void anUnknownRegionIsAnsweredWithTheNearest() {
    assertThat(Regions.standard().select(List.of("us-eest-1", "moon"), problems)).isEmpty();
    assertThat(problems.all()).extracting(Problem::id).containsOnly(Regions.UNKNOWN_REGION);
    assertThat(problems.all())
        .extracting(Problem::remedy)
        .containsExactly(Remedy.advice("Write us-east-1 for us-eest-1"), Remedy.NONE);
  }
}
