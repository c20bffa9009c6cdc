package dev.ocelot.tag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the exported functions look for scripts, inputs, tag files and tools. */
class ExportedFunctionsPlaceTest {
  private static final String CALL = "ci_tag_build_time_check MY_COMP_TAG in/a";

  @TempDir Path scratch;

  static Stream<Arguments> scripts() {
    return Stream.of(Shell.values())
        .flatMap(
            shell ->
                Stream.of(
                        ".gitlab-ci/container/build-my-comp.sh",
                        ".gitlab-ci/container/build-my_comp.sh",
                        "components/my-comp/build.sh",
                        "components/my_comp/build.sh")
                    .map(script -> Arguments.of(shell, script)));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void theScriptIsFoundInEitherLayoutFromAnywhereBelow(Shell shell, String script)
      throws Exception {
    String expected = ExportedFunctionsTest.md5("scriptA") + "\n";
    ShellCase test = dry().file(script, "script").file("in/a", "A");
    test.file("components/other/build.sh", "x").file(".gitlab-ci/container/build-my.sh", "x");
    for (String folder : List.of(".", "in", "components", "deep/-er/still")) {
      assertThat(test.in(folder).run(shell, "-eu", CALL).out()).as(folder).isEqualTo(expected);
    }
    for (String root : List.of(test.root.toString(), "../../..")) {
      test.env("OCELOT_ROOT", root);
      assertThat(test.run(shell, "-eu", CALL).out()).as(root).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aRootThatIsGivenIsTheOnlyOne(Shell shell) throws Exception {
    ShellCase test = dry().file("components/my-comp/build.sh", "s").file("in/a", "A");
    for (String root : List.of("in", "-", "nowhere", "in/a")) {
      Shell.Result result = test.env("OCELOT_ROOT", root).run(shell, "", CALL);
      assertThat(result.exit()).as(root).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .contains(root.equals("in") ? "unknown-component" : "OCELOT_ROOT is not a folder");
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void twoScriptsForOneVariableAreNamed(Shell shell) throws Exception {
    ShellCase test = dry().file("in/a", "A").file("components/my-comp/build.sh", "s");
    test.file(ShellCase.SCRIPT, "s");
    Shell.Result result = test.run(shell, "", CALL);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "ocelot: config-invalid: two build scripts for MY_COMP_TAG: "
                + ShellCase.SCRIPT
                + " and components/my-comp/build.sh\n");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void noScriptIsAnError(Shell shell) throws Exception {
    Shell.Result result = dry().file("in/a", "A").run(shell, "", CALL);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            ocelot: unknown-component: no build script for MY_COMP_TAG
              expected: .gitlab-ci/container/build-my-comp.sh or components/my-comp/build.sh below the root
            """);
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void theTagFolderMayHaveAnyName(Shell shell) throws Exception {
    String tag = ExportedFunctionsTest.md5("sA");
    for (String folder : List.of("-x", "a b/-c", "*", "new\nline\n", ".")) {
      ShellCase test = written().env("MY_COMP_TAG", tag).env("OCELOT_TAG_DIRECTORY", folder);
      Shell.Result result =
          test.in("work").run(shell, "", CALL + "\nci_tag_test_time_check MY_COMP_TAG");
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).isEqualTo("reached\n");
      assertThat(test.root.resolve("work").resolve(folder).resolve("MY_COMP_TAG")).hasContent(tag);
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aTagFileThatCannotBeWrittenIsAnErrorAndLeavesNothing(Shell shell) throws Exception {
    String tag = ExportedFunctionsTest.md5("sA");
    ShellCase blocked = written().env("MY_COMP_TAG", tag);
    Files.createDirectories(blocked.tagFile("MY_COMP_TAG"));
    ShellCase noFolder = written().env("MY_COMP_TAG", tag).file("plain", "");
    noFolder.env("OCELOT_TAG_DIRECTORY", noFolder.root.resolve("plain/tags").toString());
    for (ShellCase test : List.of(blocked, noFolder)) {
      Shell.Result result = test.run(shell, "", CALL);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("ocelot: file-access: the tag file ");
    }
    try (Stream<Path> left = Files.walk(blocked.tags)) {
      assertThat(left).containsExactlyInAnyOrder(blocked.tags, blocked.tagFile("MY_COMP_TAG"));
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aTagFileThatIsNoFileIsMissing(Shell shell) throws Exception {
    ShellCase test = written().env("MY_COMP_TAG", "x");
    Files.createDirectories(test.tags);
    String file = test.tagFile("MY_COMP_TAG").toString();
    assertThat(new ProcessBuilder("mkfifo", file).start().waitFor()).isZero();
    Shell.Result result = test.run(shell, "", "ci_tag_test_time_check MY_COMP_TAG");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("ocelot: tag-file-missing: no readable tag file " + file);
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void thePathOfATagFileIsPrinted(Shell shell) throws Exception {
    ShellCase test = written().env("OCELOT_TAG_DIRECTORY", "/t");
    String lines =
        "get_tag_file A_TAG\nget_tag_file\nunset OCELOT_TAG_DIRECTORY\nget_tag_file B_TAG";
    assertThat(test.run(shell, "-eu", lines).out())
        .isEqualTo("/t/A_TAG\n/t/\n/mesa-ci-build-tag/B_TAG\nreached\n");
  }

  static Stream<Arguments> digestTools() {
    return Stream.of(Shell.values())
        .flatMap(
            shell ->
                Stream.of("md5sum", "busybox", "openssl").map(tool -> Arguments.of(shell, tool)));
  }

  @ParameterizedTest
  @MethodSource("digestTools")
  void oneDigestToolIsEnough(Shell shell, String tool) throws Exception {
    Shell.Result result = withTools(tool).run(Shell.DASH, "-eu", CALL);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(ExportedFunctionsTest.md5("sA") + "\n");
    assertThat(withTools(tool).run(shell, "", CALL).out()).isEqualTo(result.out());
  }

  @ParameterizedTest
  @EnumSource(
      value = Shell.class,
      names = {"DASH", "BASH", "BASH_POSIX"})
  void withoutADigestToolTheCheckFails(Shell shell) throws Exception {
    ShellCase test = withTools("true").env("MY_COMP_TAG", "x");
    Shell.Result result = test.run(shell, "", CALL);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("ocelot: tool-missing: nothing here computes MD5\n");
  }

  /** A path with the bare minimum and one tool; a shell may still bring its own. */
  private ShellCase withTools(String tool) throws Exception {
    Path bin = Files.createDirectories(scratch.resolve("bin-" + tool));
    for (String name : List.of("cat", "sed", "mkdir", "mv", "rm", "sh", "bash", "busybox", tool)) {
      boolean wanted = !name.equals("busybox") || tool.equals("busybox");
      Path link = bin.resolve(name);
      if (wanted && Files.notExists(link)) {
        Files.createSymbolicLink(link, onPath(name));
      }
    }
    return written().env("NEW_TAG_DRY_RUN", "1").env("PATH", bin.toString());
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("this test needs the program " + tool));
  }

  private ShellCase dry() throws Exception {
    return new ShellCase(scratch).env("NEW_TAG_DRY_RUN", "1");
  }

  private ShellCase written() throws Exception {
    return new ShellCase(scratch).file("components/my-comp/build.sh", "s").file("in/a", "A");
  }
}
