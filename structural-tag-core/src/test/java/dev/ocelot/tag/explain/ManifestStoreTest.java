package dev.ocelot.tag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestStoreTest {
  private static final ComponentName ANGLE = new ComponentName("angle");
  private static final ComputedTag COMPUTED =
      Digests.tag("1", Digests.of("build.sh", "#!/bin/sh\r\n"), Digests.of("a", ""));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "components/a/build.sh",
        " leading and trailing ",
        "-n",
        "line\nbreak\r",
        "tab\t\u0000\u001b[31m\u007f",
        "quote\"back\\slash'",
        "null",
        "12",
        "{a: b}",
        "# no comment",
        "&a *b !c",
        "\u00e9\u6587\ud83d\ude00\u2028\ufeff",
        "\u00a0\ufffd",
        "\u0085\u009b\ufffe\uffff",
        "\ud800 alone"
      })
  void whatIsPutIsFound(String path) {
    ManifestStore store = new ManifestStore(folder.resolve("a/b"));
    InputManifest manifest =
        new InputManifest(ANGLE, Digests.tag("x", Digests.of(path, "1"), Digests.of(path, "1")));
    assertThat(store.put(manifest)).isEmpty();
    assertThat(store.find(ANGLE, manifest.computed().tag())).contains(manifest);
    assertThat(store.find(new ComponentName("other"), manifest.computed().tag())).isEmpty();
    assertThat(store.find(ANGLE, COMPUTED.tag())).isEmpty();
  }

  @Test
  void theBytesAreThese() throws Exception {
    new ManifestStore(folder).put(new InputManifest(ANGLE, COMPUTED));
    Path file = folder.resolve("angle/c4ca4238a0b923820dcc509a6f75849b.json");
    assertThat(file)
        .hasContent(
            """
            {
              "schema": 1,
              "component": "angle",
              "tag": "c4ca4238a0b923820dcc509a6f75849b",
              "inputs": [
                {
                  "path": "build.sh",
                  "size": 11,
                  "sha256": "%s",
                  "crlf": true,
                  "normalised": "%s",
                  "code": "%s"
                },
                {
                  "path": "a",
                  "size": 0,
                  "sha256": "%4$s",
                  "crlf": false,
                  "normalised": "%4$s",
                  "code": "%4$s"
                }
              ]
            }
            """
                .formatted(
                    Digests.hex("SHA-256", "#!/bin/sh\r\n"),
                    Digests.hex("SHA-256", "#!/bin/sh\n"),
                    Digests.hex("SHA-256", "#!/bin/sh\n"),
                    Digests.hex("SHA-256", "")));
  }

  static Stream<Arguments> damage() {
    return Stream.of(
        damaged("empty", text -> ""),
        damaged("cut", text -> text.substring(0, text.length() / 2)),
        damaged("not JSON", text -> "\u0000\u0001"),
        damaged("a list", text -> "[]"),
        damaged("another schema", text -> text.replace("\"schema\": 1", "\"schema\": 2")),
        damaged("another component", text -> text.replace("\"angle\"", "\"crosvm\"")),
        damaged("another tag", text -> text.replace("c4ca", "d4ca")),
        damaged("no tag", text -> text.replace("c4ca", "Z4ca")),
        damaged("no inputs", text -> text.replace("\"inputs\"", "\"outputs\"")),
        damaged("a number for a path", text -> text.replace("\"a\"", "{}")),
        damaged("a negative size", text -> text.replace("\"size\": 11", "\"size\": -11")),
        damaged("a huge size", text -> text.replace("\"size\": 11", "\"size\": 9e99")),
        damaged("a short digest", text -> text.replace("\"sha256\": \"", "\"sha256\": \"0")),
        damaged("two documents", text -> text + "---\n" + text));
  }

  private static Arguments damaged(String what, UnaryOperator<String> how) {
    return Arguments.of(what, how);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damage")
  void aDamagedManifestIsNotKnownAndIsReplaced(String what, UnaryOperator<String> how)
      throws Exception {
    ManifestStore store = new ManifestStore(folder);
    InputManifest manifest = new InputManifest(ANGLE, COMPUTED);
    store.put(manifest);
    Path file = folder.resolve("angle").resolve(COMPUTED.tag() + ".json");
    String text = Files.readString(file);
    assertThat(how.apply(text)).isNotEqualTo(text);
    Files.write(file, how.apply(text).getBytes(StandardCharsets.UTF_8));
    assertThat(store.find(ANGLE, COMPUTED.tag())).isEmpty();
    assertThat(store.put(manifest)).isEmpty();
    assertThat(store.find(ANGLE, COMPUTED.tag())).contains(manifest);
  }

  @Test
  void whatIsNoFileIsNotKnown() throws Exception {
    Files.createDirectories(folder.resolve("angle").resolve(COMPUTED.tag() + ".json/x"));
    ManifestStore store = new ManifestStore(folder);
    assertThat(store.find(ANGLE, COMPUTED.tag())).isEmpty();
    assertThat(store.put(new InputManifest(ANGLE, COMPUTED))).isPresent();
  }

  @Test
  void aStoreThatCannotBeWrittenIsAWarning() throws Exception {
    Path plain = Files.createFile(folder.resolve("plain"));
    assertThat(new ManifestStore(plain).put(new InputManifest(ANGLE, COMPUTED)))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).startsWith("the inputs of angle were not recorded");
            });
  }

  @Test
  void theSameManifestIsNotWrittenAgain() throws Exception {
    ManifestStore store = new ManifestStore(folder);
    store.put(new InputManifest(ANGLE, COMPUTED));
    Path file = folder.resolve("angle").resolve(COMPUTED.tag() + ".json");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    store.put(new InputManifest(ANGLE, COMPUTED));
    assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
  }

  @Test
  void theOldestAreRemoved() throws Exception {
    ManifestStore store = new ManifestStore(folder);
    Path own = Files.createDirectories(folder.resolve("angle"));
    Files.writeString(own.resolve("killed.json123.new"), "{");
    for (int i = 0; i < 100; i++) {
      ComputedTag computed = Digests.tag("n" + i, Digests.of("build.sh", "" + i));
      for (Path file : list(own)) {
        Files.setLastModifiedTime(
            file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 10_000));
      }
      store.put(new InputManifest(ANGLE, computed));
    }
    assertThat(list(own)).hasSize(64);
    assertThat(store.find(ANGLE, new Tag(Digests.hex("MD5", "n99")))).isPresent();
    assertThat(store.find(ANGLE, new Tag(Digests.hex("MD5", "n36")))).isPresent();
    assertThat(store.find(ANGLE, new Tag(Digests.hex("MD5", "n35")))).isEmpty();
    assertThat(own.resolve("killed.json123.new")).doesNotExist();
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
