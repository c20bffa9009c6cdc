package dev.ocelot.packaging.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.schema.PublishedSchema;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArtifactsFileTest {
  private final Problems problems = new Problems();
  private final ArtifactsFile list;

  ArtifactsFileTest(@TempDir Path folder) {
    list = new ArtifactsFile(folder, "target/ocelot/artifacts.json");
  }

  private List<String> listed() {
    List<Artifact> read = list.read(problems);
    assertThat(problems.all()).isEmpty();
    return read.stream().map(a -> a.id().kind() + ":" + a.id().name()).toList();
  }

  @Test
  void isSortedAndComesBackAsItWasWritten() {
    Artifact layer = Samples.artifact("layer", "b", "build-components");
    Artifact component = Samples.artifact("component", "b", "build-components");
    Artifact first = Samples.artifact("component", "a", "build-components");

    list.replace("build-components", List.of(layer, component, first));

    assertThat(list.read(problems)).containsExactly(first, component, layer);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void givesTheSameBytesInWhateverOrderThingsWereMade() throws IOException {
    Artifact a = Samples.artifact("component", "a", "g");
    Artifact b = Samples.artifact("component", "b", "g");
    list.replace("g", List.of(b, a));
    byte[] first = Files.readAllBytes(list.file());

    list.replace("g", List.of(a, b));

    assertThat(list.file()).hasBinaryContent(first);
  }

  @Test
  void aGoalReplacesItsOwnEntriesOnly() {
    list.replace(
        "build-components",
        List.of(
            Samples.artifact("component", "a", "build-components"),
            Samples.artifact("layer", "a", "build-components")));
    list.replace("build-layers", List.of(Samples.artifact("layer", "default", "build-layers")));
    assertThat(listed()).containsExactly("component:a", "layer:a", "layer:default");

    list.replace(
        "build-components", List.of(Samples.artifact("component", "b", "build-components")));
    assertThat(listed()).containsExactly("component:b", "layer:default");

    list.replace("build-components", List.of());
    assertThat(listed()).containsExactly("layer:default");
  }

  @Test
  void theSameThingIsListedOnceWhoeverMadeIt() {
    list.replace("one", List.of(Samples.artifact("component", "a", "one")));
    list.replace("two", List.of(Samples.artifact("component", "a", "two")));

    assertThat(list.read(problems)).singleElement().extracting(Artifact::producer).isEqualTo("two");
  }

  @Test
  void aDamagedListIsNotOverwritten() throws IOException {
    Files.writeString(list.file(), "{\"schema\": \"artifacts\"");

    assertThatThrownBy(() -> list.replace("g", List.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("json-invalid: target/ocelot/artifacts.json:1:");
    assertThat(list.file()).hasContent("{\"schema\": \"artifacts\"");
  }

  @Test
  void whatAKilledWriterLeftIsCleared(@TempDir Path folder) throws IOException {
    ArtifactsFile killed = new ArtifactsFile(folder, "artifacts.json");
    Files.writeString(folder.resolve(".artifacts.json.part"), "{\"sch");

    killed.replace("g", List.of(Samples.artifact("component", "a", "g")));

    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    assertThat(killed.read(problems)).hasSize(1);
  }

  @Test
  void aListThatCannotBeWrittenLeavesTheOldOne(@TempDir Path folder) throws IOException {
    ArtifactsFile blocked = new ArtifactsFile(folder, "artifacts.json");
    blocked.replace("g", List.of(Samples.artifact("component", "a", "g")));
    byte[] before = Files.readAllBytes(blocked.file());
    Files.createDirectories(folder.resolve(".artifacts.json.part/in the way"));

    assertThatThrownBy(() -> blocked.replace("g", List.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file-access");
    assertThat(blocked.file()).hasBinaryContent(before);
  }

  /** What to replace in a good list, by what, and where the problem is; no place: still good. */
  static Stream<Arguments> corpus() {
    return Stream.of(
        arguments("", "", ""),
        arguments("layers/b-amd64.zip\"", "b.zip\"", ""),
        arguments("\"buildTags\": []", "\"buildTags\": [\"a\"], \"collectorVersion\": \"v1\"", ""),
        arguments("\"schema\": \"artifacts\"", "\"schema\": \"artifact-record\"", "2:13"),
        arguments("\"schemaVersion\": 1", "\"schemaVersion\": \"1\"", "3:20"),
        arguments("\"producer\": \"g\"", "\"producer\": \"\"", "10:19"),
        arguments("layers/b-amd64.zip\"", "/b.zip\"", "11:15"),
        arguments("layers/b-amd64.zip\"", "a/../b.zip\"", "11:15"),
        arguments("layers/b-amd64.zip\"", "../b.zip\"", "11:15"),
        arguments("layers/b-amd64.zip\"", "a//b.zip\"", "11:15"),
        arguments("layers/b-amd64.zip\"", "a\\\\b.zip\"", "11:15"),
        arguments("\"record\": \"layers", "\"record\": \"..", "17:17"),
        arguments("\"distribution\": \"b\"", "\"distribution\": \"\"", "19:25"),
        arguments("\"buildTags\": []", "\"buildTags\": [1]", "20:23"),
        arguments("\"buildTags\": []", "\"buildTags\": \"a\"", "20:22"),
        arguments("\"unpackedSize\": 5", "\"unpackedSize\": -5", "21:25"),
        arguments("\"layer\": {", "\"layers\": {", "18:7"),
        arguments("\"artifacts\": [", "\"artifacts\": [[],", "4:17"));
  }

  @ParameterizedTest
  @MethodSource
  void corpus(String good, String bad, String place) throws IOException {
    list.replace("g", List.of(Samples.artifact("layer", "b", "g")));
    String text = Files.readString(list.file()).replace(good, bad);
    Files.writeString(list.file(), text);

    List<Artifact> read = list.read(problems);
    List<String> complaints = new PublishedSchema("artifacts").complaintsAboutJson(text);

    assertThat(read).as("%s", problems.all()).hasSize(place.isEmpty() ? 1 : 0);
    assertThat(complaints.isEmpty()).as("%s", complaints).isEqualTo(place.isEmpty());
    if (!place.isEmpty()) {
      assertThat(problems.all().toString()).contains("artifacts.json:" + place + ":");
    }
  }
}
