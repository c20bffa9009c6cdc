package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The time limits only end what would never end; they say nothing about speed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileYamlTest {
  private final Problems problems = new Problems();

  static List<Arguments> malformed() {
    return List.of(
        Arguments.of("\tk: v\n", "f:1:1", "a tab"),
        Arguments.of("k:\n\tl: v\n", "f:2:1", "a tab"),
        Arguments.of("k: 1\n  \tl: v\n", "f:2:3", "a tab"),
        Arguments.of("k: v\n---\nl: w\n", "f:2:1", "second document"),
        Arguments.of("k: v\n...\n---\n", "f:3:1", "second document"),
        Arguments.of("k: v\n...\nl: w\n", "f:3:1", "not YAML"),
        Arguments.of("# \uD83D\uDC08 \u0000", "f:1:5", "U+0000"),
        Arguments.of("k: \u0007", "f:1:4", "U+0007"),
        Arguments.of("k: v\r\nl: \u009F", "f:2:4", "U+009F"),
        Arguments.of("k: \uFFFE", "f:1:4", "U+FFFE"),
        Arguments.of("k: *x\n", "f:1:4", "alias *x has no anchor"),
        Arguments.of("k: &x [*x]\n", "f:1:8", "alias *x stands inside"),
        Arguments.of("k: &x\n  l: *x\n", "f:2:6", "alias *x stands inside"),
        Arguments.of("<<: text\n", "f:1:5", "merge key"),
        Arguments.of("<<: [text]\n", "f:1:5", "merge key"),
        Arguments.of("? [a]\n: b\n", "f:1:3", "not a single word"),
        Arguments.of("{a: b}: c\n", "f:1:1", "not a single word"),
        Arguments.of("- a\n- b\n", "f:1:1", "does not hold a mapping"),
        Arguments.of("text\n", "f:1:1", "does not hold a mapping"),
        Arguments.of("k: 'open\n", "f:2:1", "not YAML"),
        Arguments.of("k: {a: b\n", "f:2:1", "not YAML"),
        Arguments.of("k: [a, b}\n", "f:1:9", "not YAML"),
        Arguments.of("k: [a, b}\nl: @x\n", "f:1:9", "not YAML"), // the first mistake is told
        Arguments.of("k: a: b\n", "f:1:5", "not YAML"),
        Arguments.of("k: v\n l: w\n", "f:2:3", "not YAML"),
        Arguments.of("k: @x\n", "f:1:4", "not YAML"),
        Arguments.of("k: !x!y z\n", "f:1:4", "not YAML"),
        Arguments.of("k: \"\\q\"\n", "f:1:6", "not YAML"),
        Arguments.of("k: \"\\U00110000\"\n", "f:1:7", "not YAML"),
        Arguments.of("%YAML 2.0\n---\nk: v\n", "f:1:1", "not YAML"),
        Arguments.of("%YAML 99999999999.1\n---\nk: v\n", "f:1:18", "not YAML"),
        Arguments.of("%TAG ! a\n%TAG ! b\n---\nk: v\n", "f:2:1", "not YAML"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void saysWhereAndWhy(String text, String where, String why) {
    assertThat(YamlFile.parse(text.getBytes(UTF_8), "f", problems)).isNotNull();

    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.id()).isEqualTo(ProblemId.CONFIG_INVALID);
    assertThat(problem.location()).hasToString(where);
    assertThat(problem.message()).contains(why).doesNotContain("Exception").doesNotContain("\n");
  }

  static List<Arguments> notUtf8() {
    return List.of(
        Arguments.of("k: \u00e9".getBytes(ISO_8859_1), "f:1:4", "0xE9"),
        Arguments.of("k: v".getBytes(UTF_16LE), "f:1:2", "U+0000"),
        Arguments.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'k', 0}, "f:1:1", "0xFF"),
        Arguments.of(new byte[] {'k', ':', ' ', (byte) 0xC0, (byte) 0x80}, "f:1:4", "0xC0"),
        Arguments.of(new byte[] {(byte) 0xE0, (byte) 0x80, (byte) 0x80}, "f:1:1", "0xE0"),
        Arguments.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, "f:1:1", "0xED"),
        Arguments.of(
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, "f:1:1", "0xF4"),
        Arguments.of(new byte[] {'a', '\n', (byte) 0xF0, (byte) 0x9F}, "f:2:1", "0xF0"),
        Arguments.of(new byte[] {(byte) 0xEF, (byte) 0xBB}, "f:1:1", "0xEF"),
        Arguments.of(new byte[] {(byte) 0xBF}, "f:1:1", "0xBF"));
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  void refusesWhatIsNotUtf8(byte[] bytes, String where, String what) {
    YamlFile.parse(bytes, "f", problems);

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).location()).hasToString(where);
    assertThat(problems.all().get(0).message()).contains(what);
  }

  private static String aliasBomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(String.join(", ", java.util.Collections.nCopies(10, alias))).append("]\n");
    }
    return text.toString();
  }

  static List<Arguments> tooMuch() {
    return List.of(
        Arguments.of("aliases", aliasBomb(), "stands for more than"),
        Arguments.of("flow lists", "k: " + "[".repeat(1_000_000), "64 deep"),
        Arguments.of("flow mappings", "{a: ".repeat(100_000), "64 deep"),
        Arguments.of("lists", "k:\n" + "- ".repeat(100_000), "64 deep"),
        Arguments.of("keys", "? ".repeat(100_000), "64 deep"),
        Arguments.of("values", "k: [" + "a,".repeat(2_000_000) + "]", "stands for more than"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooMuch")
  void stopsBeforeItGrows(String name, String text, String why) {
    YamlFile.parse(text.getBytes(UTF_8), "f", problems);

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains(why);
  }

  @Test
  void reportsOnlySoManyDuplicates() {
    YamlFile.parse("a: 1\n".repeat(100_000).getBytes(UTF_8), "f", problems);

    assertThat(problems.all()).hasSize(101);
    assertThat(problems.all().get(100).message()).isEqualTo("too many keys are there twice");
  }

  @Test
  void readsLongRunsWhole() {
    String run = "x".repeat(1_000_000);
    for (String text :
        List.of(
            "k: " + run, "k: '" + run + "'", "k: !<" + run + "> v", "k: &" + run + " v # " + run)) {
      YamlMap map = YamlFile.parse(text.getBytes(UTF_8), "f", problems);
      YamlScalar value = (YamlScalar) map.get("k").orElseThrow();
      assertThat(value.text().length() + value.tag().length()).isIn(1, 1_000_000, 1_000_001);
    }
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void editsALongLine() {
    StringBuilder text = new StringBuilder("{\"variables\": {\"K\": \"x\"");
    for (int i = 0; i < 10_000; i++) {
      text.append(", \"K").append(i).append("\": \"d41d8cd98f00b204e9800998ecf8427e\"");
    }
    YamlEdit edit = new YamlEdit(text.append("}}").toString().getBytes(UTF_8), "f");
    for (int i = 0; i < 10_000; i++) {
      edit.set(List.of("variables", "K" + i), "x").set(List.of("variables", "K" + i + "x"), "y");
    }

    YamlMap root = YamlFile.parse(edit.apply(), "f", problems);
    YamlMap variables = (YamlMap) root.get("variables").orElseThrow();
    assertThat(variables.keys().size()).isEqualTo(20_001);
    assertThat(variables.get("K9999").orElseThrow().describe()).isEqualTo("\"x\"");
    assertThat(variables.get("K9999x").orElseThrow().describe()).isEqualTo("\"y\"");
  }

  @Test
  void refusesALargeFileUnread(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("large.yml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }

    assertThat(YamlFile.read(file, "large.yml", problems).keys()).isEmpty();

    assertThat(problems.all().get(0).toString())
        .isEqualTo(
            "config-invalid: large.yml: large.yml is too large to be read as YAML"
                + " (got 104857600 bytes, expected at most 8388608)");
  }

  @Test
  void opensOnlyRegularFiles(@TempDir Path dir) throws Exception {
    Path fifo = dir.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Path loop = Files.createSymbolicLink(dir.resolve("loop"), dir.resolve("loop"));
    for (Path file : List.of(fifo, dir, dir.resolve("missing"), loop)) {
      YamlFile.read(file, file.getFileName().toString(), problems);
    }

    assertThat(problems.all())
        .extracting(p -> p.id().text())
        .containsExactly("input-missing", "input-missing", "input-missing", "input-missing");
  }

  @Test
  void followsALink(@TempDir Path dir) throws IOException {
    Path target = Files.writeString(dir.resolve("target"), "k: v\n");
    Path link = Files.createSymbolicLink(dir.resolve("link"), target);

    assertThat(YamlFile.read(link, "link", problems).keys()).containsExactly("k");
  }
}
