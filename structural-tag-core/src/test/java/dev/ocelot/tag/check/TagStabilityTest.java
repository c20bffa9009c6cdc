package dev.ocelot.tag.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TestTree;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What must change a component's tag, and what must not. */
class TagStabilityTest {
  private static final String FOLDER = "components/plain/";
  private static final String CALLED = "components/called/";

  /** One component whose whole folder counts, and one whose call names its inputs. */
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              FOLDER + "build.sh", "make\n",
              FOLDER + "a.txt", "a",
              FOLDER + "B/b.txt", "b",
              FOLDER + "é.txt", "e",
              FOLDER + "i.txt", "i",
              CALLED + "build.sh",
                  """
                  F=(components/called/two components/called/one)
                  ci_tag_build_time_check CALLED_TAG "${F[@]}"
                  """,
              CALLED + "one", "1",
              CALLED + "two", "2\n"));

  /** Their tags as md5sum gives them for the same bytes, in the order that the rules demand. */
  private static final Map<String, String> GOLDEN =
      Map.of(
          "PLAIN_TAG", md5("make\n", "b", "a", "i", "e"),
          "CALLED_TAG", md5(FILES.get(CALLED + "build.sh"), "2\n", "1"));

  private final Path folder;
  private final TestTree tree;

  TagStabilityTest(@TempDir Path folder) {
    this.folder = folder;
    this.tree = new TestTree(folder.resolve("first"));
  }

  private static String md5(String... parts) {
    try {
      byte[] bytes = String.join("", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(TestTree tree, List<String> order) {
    order.forEach(path -> tree.file(path, FILES.get(path)));
  }

  private static Map<String, String> tags(Path root) {
    Problems problems = new Problems();
    Components components = Components.discover(new RepositoryRoot(root), problems);
    TagCalculator calculator = new TagCalculator(root);
    ComponentInputs inputs =
        new ComponentInputs(components.root(), calculator, ScriptEvaluator.REFUSING);
    CheckReport report =
        new TagCheck(
                inputs,
                TagComputation.tagOnly(calculator),
                TagSource.DECLARED,
                OrderedWork.onCallingThread())
            .check(components, Expectations.read(components, Map.of(), problems));
    Map<String, String> tags = new TreeMap<>();
    report.tags().forEach((variable, tag) -> tags.put(variable, tag.text()));
    return tags;
  }

  /** The second time everything differs that must not matter. */
  @ParameterizedTest
  @CsvSource({
    "en, UTC, false, 0",
    "tr-TR, Asia/Kathmandu, true, 1",
    "ar-EG, Pacific/Apia, true, 2"
  })
  void goldenPairs(String locale, String zone, boolean reversed, int seconds) throws IOException {
    List<String> order = new ArrayList<>(FILES.keySet());
    if (reversed) {
      Collections.reverse(order);
    }
    TestTree other = new TestTree(folder.resolve("a root " + locale));
    write(other, order);
    for (String path : order) {
      Files.setLastModifiedTime(other.root().resolve(path), FileTime.fromMillis(seconds * 1_000L));
    }
    Locale ownLocale = Locale.getDefault();
    TimeZone ownZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));

      assertThat(tags(other.root())).isEqualTo(GOLDEN);
    } finally {
      Locale.setDefault(ownLocale);
      TimeZone.setDefault(ownZone);
    }
  }

  /** A change of the tree. */
  @FunctionalInterface
  interface Change {
    void apply(TestTree tree) throws IOException;
  }

  private static Arguments must(String what, String changed, Change change) {
    return arguments(what, changed.isEmpty() ? List.of() : List.of(changed.split(" ")), change);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        must("a byte of the script", "PLAIN", t -> t.file(FOLDER + "build.sh", "make \n")),
        must("only a comment", "PLAIN", t -> t.file(FOLDER + "build.sh", "make\n#\n")),
        must("line ends", "PLAIN", t -> t.file(FOLDER + "build.sh", "make\r\n")),
        must("a byte of an input", "PLAIN", t -> t.file(FOLDER + "a.txt", "A")),
        must("an input emptied", "CALLED", t -> t.file(CALLED + "one", "")),
        must("a file more", "PLAIN", t -> t.file(FOLDER + "c.txt", "c")),
        must("a file less", "PLAIN", t -> Files.delete(t.root().resolve(FOLDER + "a.txt"))),
        must("another order of the call", "CALLED", TagStabilityTest::swapInputs),
        must("an input renamed into another place", "PLAIN", TagStabilityTest::renameAcross),
        must("both", "CALLED PLAIN", t -> t.file(CALLED + "two", "").file(FOLDER + "i.txt", "")),
        must("a name within its place", "", t -> move(t, FOLDER + "a.txt", FOLDER + "aa.txt")),
        must("the mode of an input", "", t -> executable(t, FOLDER + "a.txt")),
        must("a file that the call does not name", "", t -> t.file(CALLED + "three", "3")),
        must("a hidden file", "", t -> t.file(FOLDER + ".hidden", "x")),
        must("a hidden folder", "", t -> t.file(FOLDER + ".git/x", "x")),
        must("what an editor leaves", "", t -> t.file(FOLDER + "a.txt~", "x")),
        must(
            "what patch leaves",
            "",
            t -> t.file(FOLDER + "x.orig", "x").file(FOLDER + "x.rej", "x")),
        must("a link", "", t -> t.link(FOLDER + "link", "a.txt")),
        must("an empty file", "", t -> t.file(FOLDER + "empty", "")),
        must("an empty folder", "", t -> Files.createDirectory(t.root().resolve(FOLDER + "none"))),
        must("another component", "", t -> t.file("components/other/note", "x")),
        must("settings of the build", "", TagStabilityTest::settings));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("changes")
  void changesExactlyThese(String what, List<String> expected, Change change) throws IOException {
    write(tree, List.copyOf(FILES.keySet()));
    Map<String, String> before = tags(tree.root());
    assertThat(before).isEqualTo(GOLDEN);

    change.apply(tree);

    Map<String, String> now = tags(tree.root());
    List<String> changed =
        before.keySet().stream()
            .filter(variable -> !before.get(variable).equals(now.get(variable)))
            .map(variable -> variable.replace("_TAG", ""))
            .sorted()
            .toList();
    assertThat(now).hasSameSizeAs(before);
    assertThat(changed).as(what).isEqualTo(expected);
  }

  private static void swapInputs(TestTree tree) {
    String script = FILES.get(CALLED + "build.sh");
    tree.file(
        CALLED + "build.sh",
        script.replace("called/two components/called/one", "called/one components/called/two"));
  }

  private static void renameAcross(TestTree tree) throws IOException {
    move(tree, FOLDER + "a.txt", FOLDER + "z.txt");
  }

  private static void move(TestTree tree, String from, String to) throws IOException {
    Files.move(tree.root().resolve(from), tree.root().resolve(to));
  }

  private static void executable(TestTree tree, String path) {
    assertThat(tree.root().resolve(path).toFile().setExecutable(true)).isTrue();
  }

  private static void settings(TestTree tree) {
    tree.file(
        "config/components.yaml",
        "components: { plain: { environment: [X], build: { builder: host } } }\n");
  }
}
