package dev.ocelot.tag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The build-time and test-time checks in every shell and under every option of the caller. */
class ExportedFunctionsTest {
  private static final String BUILD = "ci_tag_build_time_check MY_COMP_TAG a.patch b.patch";

  @TempDir Path scratch;

  static Stream<Arguments> shellsAndOptions() {
    return Stream.of(Shell.values())
        .flatMap(
            shell ->
                Stream.of("", "-e", "-u", "-x", "-eux", "-f", "-Cv")
                    .map(options -> Arguments.of(shell, options)));
  }

  @ParameterizedTest
  @MethodSource("shellsAndOptions")
  void theDeclaredTagPassesAndIsWritten(Shell shell, String options) throws Exception {
    String tag = md5("script\n" + "A" + "B");
    Shell.Result result = repository().env("MY_COMP_TAG", tag).run(shell, options, BUILD);
    assertThat(result.out()).isEqualTo("reached\n");
    assertThat(result.exit()).isZero();
    assertThat(names(scratch.resolve("ta gs"))).containsExactly("MY_COMP_TAG");
    assertThat(scratch.resolve("ta gs/MY_COMP_TAG")).hasContent(tag).hasSize(32);
  }

  @ParameterizedTest
  @MethodSource("shellsAndOptions")
  void anotherTagEndsTheScriptWithTwoAndWritesNothing(Shell shell, String options)
      throws Exception {
    String declared = md5("other");
    Shell.Result result = repository().env("MY_COMP_TAG", declared).run(shell, options, BUILD);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(lines(result))
        .containsSubsequence(
            "ocelot: tag-mismatch: MY_COMP_TAG is not the tag of what is here",
            "  declared: " + declared,
            "  computed: " + md5("script\nAB"),
            "Fix: mvn ocelot:update-tags -Docelot.components=my-comp");
    assertThat(scratch.resolve("ta gs")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("shellsAndOptions")
  void anUndeclaredTagEndsTheScriptWithTwo(Shell shell, String options) throws Exception {
    for (ShellCase unset : List.of(repository(), repository().env("MY_COMP_TAG", ""))) {
      Shell.Result result = unset.run(shell, options, BUILD);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(lines(result)).contains("ocelot: tag-undeclared: MY_COMP_TAG is not set");
      assertThat(scratch.resolve("ta gs")).doesNotExist();
    }
  }

  @ParameterizedTest
  @MethodSource("shellsAndOptions")
  void theTestTimeCheckReadsTheTagFile(Shell shell, String options) throws Exception {
    String call = "ci_tag_test_time_check MY_COMP_TAG";
    String tag = md5("x");
    ShellCase test = repository().env("MY_COMP_TAG", tag);
    Shell.Result missing = test.run(shell, options, call);
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.out()).isEmpty();
    assertThat(lines(missing))
        .contains("ocelot: tag-file-missing: no readable tag file " + test.tagFile("MY_COMP_TAG"));

    Files.createDirectories(test.tags);
    Files.writeString(test.tagFile("MY_COMP_TAG"), tag + "\n\n");
    assertThat(test.run(shell, options, call).out()).isEqualTo("reached\n");

    Files.writeString(test.tagFile("MY_COMP_TAG"), md5("y"));
    Shell.Result other = test.run(shell, options, call);
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.out()).isEmpty();
    assertThat(lines(other))
        .containsSubsequence(
            "ocelot: tag-mismatch: MY_COMP_TAG is not the tag of what is here",
            "  declared: " + tag,
            "  built:    " + md5("y") + " (" + test.tagFile("MY_COMP_TAG") + ")");

    Shell.Result unset = test.without("MY_COMP_TAG").run(shell, options, call);
    assertThat(unset.exit()).isEqualTo(2);
    assertThat(lines(unset)).contains("ocelot: tag-undeclared: MY_COMP_TAG is not set");
  }

  @ParameterizedTest
  @MethodSource("shellsAndOptions")
  void aDryRunPrintsTheTagAndEndsTheScript(Shell shell, String options) throws Exception {
    ShellCase dry = repository().env("NEW_TAG_DRY_RUN", "0").env("CI_NOT_BUILDING_ANYTHING", "1");
    Shell.Result result = dry.run(shell, options, BUILD);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo(md5("script\nAB") + "\n");
    assertThat(dry.tags).doesNotExist();

    Files.delete(dry.root.resolve("a.patch"));
    Shell.Result broken = dry.run(shell, options, BUILD);
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shellsAndOptions")
  void aCheckAloneEndsTheScriptAndWritesNothing(Shell shell, String options) throws Exception {
    ShellCase check = repository().env("CI_NOT_BUILDING_ANYTHING", "1");
    check.env("MY_COMP_TAG", md5("script\nAB"));
    Shell.Result passed = check.run(shell, options, BUILD);
    assertThat(passed.exit()).isZero();
    assertThat(passed.out()).isEmpty();
    assertThat(check.tags).doesNotExist();
    assertThat(check.env("MY_COMP_TAG", "x").run(shell, options, BUILD).exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void sourcingHasNoEffect(Shell shell) throws Exception {
    ShellCase none = repository().without("OCELOT_TAG_DIRECTORY");
    Shell.Result result =
        none.run(shell, "", "(set) >after; set -- a b; . \"$OCELOT_TAG_FUNCTIONS\"; echo \"$#$-\"");
    Path caller = scratch.resolve("bare.sh");
    Files.writeString(caller, "(set) >before; set -- a b; echo \"$#$-\"\n");
    Shell.Result bare = shell.run(caller, none.root, java.util.Map.of());
    assertThat(result.out()).isEqualTo(bare.out() + "reached\n");
    assertThat(result.err()).isEmpty();
    assertThat(variables(none.root.resolve("after")))
        .isEqualTo(variables(none.root.resolve("before")));
  }

  private static List<String> variables(Path set) throws Exception {
    return Files.readAllLines(set).stream()
        .filter(line -> line.matches("[A-Za-z_][A-Za-z0-9_]*=.*"))
        .map(line -> line.replaceFirst("=.*", ""))
        .filter(name -> !name.equals("OCELOT_TAG_FUNCTIONS") && !name.equals("_"))
        .filter(name -> !name.equals("PIPESTATUS"))
        .sorted()
        .toList();
  }

  private ShellCase repository() throws Exception {
    return new ShellCase(scratch)
        .file(ShellCase.SCRIPT, "script\n")
        .file("a.patch", "A")
        .file("b.patch", "B");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> lines(Shell.Result result) {
    return result.err().lines().toList();
  }

  static String md5(String text) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    return HexFormat.of()
        .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
  }
}
