package dev.ocelot.packaging.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.schema.PublishedSchema;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArtifactRecordTest {
  private final Problems problems = new Problems();
  private final Path folder;

  ArtifactRecordTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<ArtifactRecord> read(String text) throws IOException {
    return ArtifactRecord.read(
        Files.writeString(folder.resolve("r.json"), text), "r.json", problems);
  }

  @Test
  void comesBackAsItWasWritten() throws IOException {
    Path file = Samples.record().write(folder);

    assertThat(file.getFileName()).hasToString("hello-amd64.zip.json");
    assertThat(ArtifactRecord.read(file, "f", problems)).contains(Samples.record());
    assertThat(problems.all()).isEmpty();
    assertThat(folder)
        .isDirectoryContaining(f -> f.equals(file))
        .isDirectoryNotContaining("glob:.*");
  }

  @Test
  void readsLikeThis() {
    String json = new String(Samples.record().toJson(), UTF_8);

    assertThat(json)
        .startsWith(
            """
            {
              "schema": "artifact-record",
              "schemaVersion": 1,
              "kind": "component",
              "name": "hello",
              "version": "1.0-SNAPSHOT",
              "platform": "linux/amd64",
              "file": "hello-amd64.zip",
              "size": 1234,
            """)
        .contains("\"path\": \"components/hello/patches/1 é \\\"q\\\".patch\"")
        .containsSubsequence("\"gcc\"", "\"zlib\"")
        .containsSubsequence("\"format\": \"zip\"", "\"network\": \"none\"");
  }

  @Test
  void givesTheSameBytesHoweverItWasGathered() {
    ArtifactRecord record = Samples.record();
    List<RecordedTool> turned = List.of(record.tools().get(1), record.tools().get(0));
    ArtifactRecord same =
        new ArtifactRecord(
            record.id(),
            record.file(),
            record.digests(),
            record.contentDigest(),
            record.tag(),
            record.buildKey(),
            record.builderDigest(),
            record.sources(),
            turned,
            record.options());

    assertThat(same.toJson()).isEqualTo(record.toJson());
  }

  /** What to replace in a good record, by what, and where the problem is; no place: still good. */
  static Stream<Arguments> corpus() {
    return Stream.of(
        arguments("", "", ""),
        arguments("\"builderDigest\": \"" + "12".repeat(32) + "\",", "", ""),
        arguments("linux/amd64", "any", ""),
        arguments("linux/amd64", "linux/arm/v7", ""),
        arguments("\"network\": \"none\"", "\"\": \"\"", ""),
        arguments("\"size\": 1234", "\"size\": 999999999999999999", ""),
        arguments("\"schemaVersion\": 1", "\"schemaVersion\": 2", "3:20"),
        arguments("artifact-record", "artifacts", "2:13"),
        arguments("\"kind\": \"component\"", "\"kind\": \"Component\"", "4:11"),
        arguments("\"kind\": \"component\"", "\"kind\": \"a--b\"", "4:11"),
        arguments("\"name\": \"hello\"", "\"name\": \"\"", "5:11"),
        arguments("\"name\": \"hello\",", "", "1:1"),
        arguments("\"version\": \"1.0-SNAPSHOT\"", "\"version\": 1", "6:14"),
        arguments("linux/amd64", "linux", "7:15"),
        arguments("hello-amd64.zip", "a/b.zip", "8:11"),
        arguments("hello-amd64.zip", "..", "8:11"),
        arguments("hello-amd64.zip", "a\\\\b", "8:11"),
        arguments("hello-amd64.zip", "a\\n", "8:11"),
        arguments("\"size\": 1234", "\"size\": -1", "9:11"),
        arguments("\"size\": 1234", "\"size\": 1.5", "9:11"),
        arguments("\"size\": 1234", "\"size\": \"1\"", "9:11"),
        arguments("\"size\": 1234", "\"size\": 1000000000000000000", "9:11"),
        arguments("\"size\": 1234", "\"sizes\": 1", "1:1"),
        arguments("abababab", "ABABABAB", "12:20"),
        arguments("abababab", "", "12:20"),
        arguments("\"sha256\": \"" + Samples.SHA, "\"sha256\": \"" + Samples.SHA + "0", "10:13"),
        arguments("\"structuralTag\": \"cd", "\"structuralTag\": \"", "13:20"),
        arguments("\"inputs\": [", "\"inputs\": [ 1,", "14:15"),
        arguments("\"path\": \"components/hello/build.sh\"", "\"path\": \"\"", "16:15"),
        arguments("\"size\": 120,", "\"size\": 120, \"mode\": 1,", "17:20"),
        arguments("\"commit\": \"" + "1f".repeat(20), "\"commit\": \"" + "1f".repeat(19), "31:17"),
        arguments("\"commit\": ", "\"commits\": ", "29:5"),
        arguments("\"gcc\"", "null", "40:15"),
        arguments("\"network\": \"none\"", "\"network\": true", "50:16"),
        arguments("\"options\": {", "\"option\": {", "1:1"),
        arguments("{\n  \"schema\"", "[{\n  \"schema\"", "not JSON"));
  }

  @ParameterizedTest
  @MethodSource
  void corpus(String good, String bad, String place) throws IOException {
    String text = new String(Samples.record().toJson(), UTF_8).replace(good, bad);
    if (place.equals("not JSON")) {
      text = text + "]";
    }

    Optional<ArtifactRecord> record = read(text);
    List<String> complaints = new PublishedSchema("artifact-record").complaintsAboutJson(text);

    assertThat(record.isPresent()).as("%s", problems.all()).isEqualTo(place.isEmpty());
    assertThat(complaints.isEmpty()).as("%s", complaints).isEqualTo(place.isEmpty());
    if (!place.isEmpty() && !place.equals("not JSON")) {
      assertThat(problems.all())
          .extracting(Problem::toString)
          .anyMatch(problem -> problem.contains("r.json:" + place + ":"));
    }
  }

  @Test
  void isNeverMadeOfAPath() {
    ArtifactRecord good = Samples.record();

    assertThatThrownBy(
            () ->
                new ArtifactRecord(
                    good.id(),
                    "a/b.zip",
                    good.digests(),
                    good.contentDigest(),
                    good.tag(),
                    good.buildKey(),
                    good.builderDigest(),
                    good.sources(),
                    good.tools(),
                    good.options()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
