package dev.ocelot.packaging.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTreeTest {
  private final Problems problems = new Problems();

  private Optional<JsonNode> parse(byte[] bytes) {
    return new JsonTree(new JsonLimits(1000, 4, 40)).parse(bytes, "a.json", problems);
  }

  @Test
  void readsEveryKindOfValueWithItsPlace() {
    Optional<JsonNode> tree =
        parse(
            "{\"a\": [1, -2.5e3, true,\n  null],\n \"\\u00e9😀\": \"😀\", \"b\": {}}"
                .getBytes(UTF_8));

    assertThat(problems.all()).isEmpty();
    JsonNode.Members root = (JsonNode.Members) tree.orElseThrow();
    assertThat(root.members().keySet()).containsExactly("a", "é😀", "b");
    JsonNode.Items items = (JsonNode.Items) root.get("a").orElseThrow();
    assertThat(items.items())
        .containsExactly(
            new JsonNode.Figure("1", Location.of("a.json", 1, 8)),
            new JsonNode.Figure("-2.5e3", Location.of("a.json", 1, 11)),
            new JsonNode.Flag(true, Location.of("a.json", 1, 19)),
            new JsonNode.Nothing(Location.of("a.json", 2, 3)));
    // A column counts the emoji of the name once, though it is two chars.
    assertThat(root.members())
        .containsEntry("é😀", new JsonNode.Text("😀", Location.of("a.json", 3, 13)));
    assertThat(root.nameLocations().get("b")).isEqualTo(Location.of("a.json", 3, 18));
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(parse("\uFEFF 1".getBytes(UTF_8)))
        .contains(new JsonNode.Figure("1", Location.of("a.json", 1, 2)));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("", "a.json:1:1: the document is empty"),
        arguments("  ", "the document is empty"),
        arguments("{\"a\": 1} {}", "a.json:1:10: something follows the document"),
        arguments("{\"a\": 1} x", "a.json:1:10: not JSON"),
        arguments("{\"a\": 1,\n  \"a\": 2}", "a.json:2:3: the name a stands twice in one object"),
        arguments("{\"a\": 1,}", "a.json:1:9: not JSON"),
        arguments("{a: 1}", "not JSON"),
        arguments("{'a': 1}", "not JSON"),
        arguments("[1, 2", "not JSON"),
        arguments("[01]", "not JSON"),
        arguments("[NaN]", "not JSON"),
        arguments("[1] // end", "not JSON"),
        arguments("\"\\ud800\"", "half of a surrogate pair"),
        arguments("\"\\udc00\\ud800\"", "half of a surrogate pair"),
        arguments("{\"\\ud800\": 1}", "not JSON"),
        arguments("\"a\nb\"", "not JSON"),
        arguments("[[[[[1]]]]]", "not JSON"),
        arguments("[" + "1,".repeat(60) + "1]", "not JSON"),
        arguments("[" + "1".repeat(2000) + "]", "a.json is too long to be read"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String text, String message) {
    assertThat(parse(text.getBytes(UTF_8))).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .asString()
        .startsWith("json-invalid: ")
        .contains(message);
  }

  static Stream<byte[]> notUtf8() {
    return Stream.of(
        new byte[] {'"', (byte) 0xff, '"'},
        new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
        new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
  }

  @ParameterizedTest
  @MethodSource
  void notUtf8(byte[] bytes) {
    assertThat(parse(bytes)).isEmpty();
    assertThat(problems.all()).singleElement().asString().contains("a.json is not UTF-8 text");
  }

  @Test
  void doesNotGuessAnotherEncoding() {
    assertThat(parse("{}".getBytes(UTF_16LE))).isEmpty();
    assertThat(problems.hasErrors()).isTrue();
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.json"), "[]");

    assertThat(new JsonTree().read(file, "f.json", problems)).isPresent();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void opensNothingButRegularFiles(@TempDir Path folder) throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();

    assertThat(new JsonTree().read(fifo, "fifo", problems)).isEmpty();
    assertThat(new JsonTree().read(folder, "folder", problems)).isEmpty();
    assertThat(new JsonTree().read(folder.resolve("none"), "none", problems)).isEmpty();
    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "file-access: fifo: fifo is not a regular file",
            "file-access: folder: folder is not a regular file",
            "file-access: none: none cannot be read: NoSuchFile");
  }

  @Test
  void refusesALongFileBeforeReadingIt(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("long.json"), new byte[2000]);

    new JsonTree(new JsonLimits(1000, 4, 40)).read(file, "long.json", problems);

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "json-invalid: long.json: long.json is too long to be read"
                + " (got 2000 bytes, expected at most 1000 bytes)");
  }
}
