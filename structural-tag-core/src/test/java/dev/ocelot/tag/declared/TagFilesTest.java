package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.Problems;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagFilesTest {
  private static final Tag TAG = new Tag("d41d8cd98f00b204e9800998ecf8427e");
  private static final BuiltTag ANGLE =
      new BuiltTag(
          "angle",
          "ANGLE_TAG",
          new ComputedTag(
              TAG,
              List.of(
                  new InputDigest(
                      "components/angle/build.sh",
                      0,
                      "e3b0",
                      new InputDigest.TextTraits(false, "e3b0", "e3b0")))));

  @TempDir Path dir;
  private final Problems problems = new Problems();

  @Test
  void writesBareTagsAndAList() throws IOException {
    new TagFiles(dir).write(List.of(ANGLE));

    assertThat(Files.readAllBytes(dir.resolve("tags/ANGLE_TAG"))).asString().isEqualTo(TAG.text());
    assertThat(dir.resolve("tags.json"))
        .hasContent(
            """
            {
              "tags": [
                {
                  "component": "angle",
                  "variable": "ANGLE_TAG",
                  "tag": "d41d8cd98f00b204e9800998ecf8427e",
                  "inputs": [
                    {
                      "path": "components/angle/build.sh",
                      "size": 0,
                      "sha256": "e3b0"
                    }
                  ]
                }
              ]
            }
            """);
    assertThat(TagFiles.read(dir.resolve("tags"), "ANGLE_TAG", problems)).contains(TAG);
  }

  @Test
  void deletesItsOwnFilesOnly() throws IOException {
    TagFiles files = new TagFiles(dir);
    files.delete();
    files.write(List.of(ANGLE));
    Files.writeString(dir.resolve("tags/OLD_TAG"), TAG.text());
    Files.writeString(dir.resolve("tags/.ANGLE_TAG.ocelot-tmp"), "half");
    Files.writeString(dir.resolve("tags/notes.txt"), "mine");
    files.delete();

    assertThat(dir.resolve("tags.json")).doesNotExist();
    assertThat(dir.resolve("tags").toFile().list()).containsExactly("notes.txt");
  }

  @Test
  void deletesNothingBehindALink() throws IOException {
    Path outside = Files.createDirectory(dir.resolve("outside"));
    Files.writeString(outside.resolve("X_TAG"), TAG.text());
    Path output = Files.createDirectory(dir.resolve("output"));
    Files.createSymbolicLink(output.resolve("tags"), outside);

    new TagFiles(output).delete();

    assertThat(outside.resolve("X_TAG")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n\n", "\r\n"})
  void toleratesLineEndsBehindATag(String end) throws IOException {
    Files.writeString(dir.resolve("X_TAG"), TAG.text() + end);

    assertThat(TagFiles.read(dir, "X_TAG", problems)).contains(TAG);
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " d41d8cd98f00b204e9800998ecf8427e",
        "d41d8cd98f00b204e9800998ecf8427e ",
        "\nd41d8cd98f00b204e9800998ecf8427e",
        "D41D8CD98F00B204E9800998ECF8427E",
        "\u001b[31merror\u001b[0m",
        "d41d8cd98f00b204e9800998ecf8427e\nd41d8cd98f00b204e9800998ecf8427e",
      })
  void refusesWhatIsNoTag(String text) throws IOException {
    Files.writeString(dir.resolve("X_TAG"), text);

    assertThat(TagFiles.read(dir, "X_TAG", problems)).isEmpty();
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).id()).isEqualTo(TagFiles.TAG_FILE_INVALID);
    assertThat(problems.all().get(0).got()).doesNotContain("\u001b").doesNotContain("\n");
  }

  @Test
  void opensOnlyRegularFiles() throws Exception {
    Path fifo = dir.resolve("FIFO_TAG");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Files.createDirectory(dir.resolve("DIR_TAG"));
    Files.writeString(dir.resolve("target"), TAG.text());
    Files.createSymbolicLink(dir.resolve("LINK_TAG"), dir.resolve("target"));

    for (String variable : List.of("FIFO_TAG", "DIR_TAG", "LINK_TAG")) {
      assertThat(TagFiles.read(dir, variable, problems)).isEmpty();
    }

    assertThat(problems.all()).extracting(p -> p.id().text()).containsOnly("tag-file-invalid");
    assertThat(problems.all()).hasSize(3);
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(TagFiles.read(dir, "X_TAG", problems)).isEmpty();
    assertThat(TagFiles.read(dir.resolve("absent"), "X_TAG", problems)).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../X_TAG", "x_TAG", "X", "X_TAG/Y_TAG"})
  void takesNoOtherNames(String variable) {
    assertThatThrownBy(() -> TagFiles.read(dir, variable, problems))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BuiltTag("x", variable, ANGLE.computed()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
