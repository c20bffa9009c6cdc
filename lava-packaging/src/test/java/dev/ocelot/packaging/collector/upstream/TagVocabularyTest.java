package dev.ocelot.packaging.collector.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagVocabularyTest {
  private static final String L = "lambdacomponents.";
  private static final Set<String> CUSTOM = Set.of(L + "exporter.awss3");

  private final Path root;
  private final TagVocabulary vocabulary;
  private final Problems problems = new Problems();

  TagVocabularyTest(@TempDir Path folder) throws IOException {
    this.root = folder.resolve("repository");
    SmallUpstream small = SmallUpstream.in(folder.resolve("upstream"));
    this.vocabulary =
        UpstreamReader.read(small.root(), small.revision(), problems)
            .orElseThrow(AssertionError::new)
            .vocabulary();
  }

  private List<Problem> check(String... tags) {
    Map<String, Location> declared = new LinkedHashMap<>();
    for (String tag : tags) {
      declared.put(L + tag, Location.of("config/distributions.yaml", declared.size() + 3, 7));
    }
    vocabulary.check(declared, CUSTOM, Overlay.read(root, problems), problems);
    return problems.all();
  }

  private void wrapper() throws IOException {
    Path folder = root.resolve("components/collector/lambdacomponents/exporter");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("s3.go"), SmallUpstream.constraint("exporter", "awss3"));
  }

  @Test
  void tagsOfUpstreamAndOfWrappersAreKnown() throws IOException {
    wrapper();
    assertThat(check("custom", "processor.memorylimiter", "receiver.all", "exporter.awss3"))
        .isEmpty();
    assertThat(check()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "processor.memory_limiter, processor.memorylimiter",
    "exporter.otlpHttp, exporter.otlphttp",
    "proccessor.memorylimiter, processor.memorylimiter",
    "costum, custom"
  })
  void anUnknownTagNamesTheNearest(String wrong, String meant) {
    assertThat(check("custom", wrong))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.location()).hasToString("config/distributions.yaml:4:7");
              assertThat(problem.got()).isEqualTo(L + wrong);
              assertThat(problem.expected()).isEqualTo(L + meant);
            });
  }

  @Test
  void aTagOfAnotherKindOfNameListsTheKnown() {
    assertThat(check("custom", "receiver.kafkametrics").get(0).expected())
        .startsWith("one of lambdacomponents.all, ");
  }

  @ParameterizedTest
  @CsvSource({"exporter.awss3", "exporter.all", "all"})
  void aSelectedComponentNeedsItsWrapper(String selecting) {
    assertThat(check("custom", selecting))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .contains("has no wrapper: lambdacomponents.exporter.awss3")
                    .contains("components/collector/lambdacomponents/exporter/awss3.go"));
  }

  @Test
  void withoutCustomUpstreamWouldBuildItsDefault() {
    assertThat(check("processor.memorylimiter"))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.toString()).contains("upstream would build its default"));
  }

  @Test
  void anUpstreamBeforeTagsIsTooOld() {
    new TagVocabulary(new TreeSet<>(), "up@0.9")
        .check(
            Map.of(L + "custom", Location.of("d", 1, 1)),
            CUSTOM,
            Overlay.read(root, problems),
            problems);
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).startsWith("up@0.9 is older than"));
  }
}
