package dev.ocelot.packaging.collector.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.schema.PublishedSchema;
import dev.ocelot.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionsSchemaTest {
  /** Documents that reader and schema judge alike; the order of inheritance no schema knows. */
  static Stream<Arguments> corpus() {
    return Stream.of(
        arguments(true, Samples.resource("shipped-distributions.yaml")),
        arguments(true, "a: {}"),
        arguments(true, "a: { description: , base: , config-file: }"),
        arguments(true, "a: { base: '', config-file: '', description: '' }"),
        arguments(true, "a.b-c_D: { buildtags: [] }"),
        arguments(true, "\"12\": { buildtags: [_a, A.b, c9] }"),
        arguments(true, "a: {}\nb: { base: a, description: '1' }"),
        arguments(false, ""),
        arguments(false, "{}"),
        arguments(false, "[]"),
        arguments(false, "a"),
        arguments(false, "a:"),
        arguments(false, "a: []"),
        arguments(false, "a: x"),
        arguments(false, "a: { buildtags: }"),
        arguments(false, "a: { buildtags: x }"),
        arguments(false, "a: { buildtags: [1] }"),
        arguments(false, "a: { buildtags: [true] }"),
        arguments(false, "a: { buildtags: [~] }"),
        arguments(false, "a: { buildtags: [[x]] }"),
        arguments(false, "a: { buildtags: ['9a'] }"),
        arguments(false, "a: { buildtags: ['$(x)'] }"),
        arguments(false, "a: { buildtags: [\"x\\n\"] }"),
        arguments(false, "a: { buildtags: ['a b'] }"),
        arguments(false, "a: { buildtags: ['-x'] }"),
        arguments(false, "a: { description: 1 }"),
        arguments(false, "a: { description: 1.5e3 }"),
        arguments(false, "a: { base: [b] }"),
        arguments(false, "a: { config-file: a/b.yaml }"),
        arguments(false, "a: { config-file: . }"),
        arguments(false, "a: { config-file: .hidden }"),
        arguments(false, "a: { config-file: false }"),
        arguments(false, "a: { build-tags: [x] }"),
        arguments(false, "a: { tags: [x] }"),
        arguments(false, "distributions: { a: {} }"),
        arguments(false, "a/b: {}"),
        arguments(false, "-a: {}"),
        arguments(false, "a..b: {}"),
        arguments(false, "\"a b\": {}"),
        arguments(false, "a".repeat(65) + ": {}"));
  }

  @ParameterizedTest
  @MethodSource
  void corpus(boolean good, String yaml, @TempDir Path folder) {
    Problems problems = new Problems();
    Path file = Samples.write(folder, "distributions.yaml", yaml);
    assertThat(Distributions.read(file, "distributions.yaml", problems).isPresent())
        .as("reader %s", problems.all())
        .isEqualTo(good);
    List<String> complaints = new PublishedSchema("distributions").complaintsAboutYaml(yaml);
    assertThat(complaints.isEmpty()).as("schema %s", complaints).isEqualTo(good);
  }
}
