package dev.ocelot.tag.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.TestTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagCheckTest {
  private static final String ANGLE = ".gitlab-ci/container/build-angle.sh";

  private final CheckFixture repository;
  private final TestTree tree;

  TagCheckTest(@TempDir Path folder) {
    this.tree = new TestTree(folder.resolve("a repository"));
    this.repository = new CheckFixture(tree).components("angle", "crosvm", "piglit").declare();
  }

  private void append(String path, String text) throws IOException {
    Path file = tree.root().resolve(path);
    Files.writeString(file, Files.readString(file) + text);
  }

  private List<Problem> problems() {
    return repository.check().problems();
  }

  @Test
  void passesWhenEverythingIsCurrent() {
    CheckReport report = repository.check();

    assertThat(CheckFixture.states(report))
        .containsExactly("angle current", "crosvm current", "piglit current");
    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.stale()).isEmpty();
    assertThat(report.remedy()).isEmpty();
  }

  /** Mesa's updater passes the crosvm of 26.2 whatever its content: its call precedes set -e. */
  @ParameterizedTest
  @CsvSource({"'set -uex\n', ''", "'', '\nset -uex\n'", "'set +e\n', ''"})
  void doesNotDependOnHowTheScriptHandlesErrors(String before, String after) throws IOException {
    repository.script("crosvm", before, after);
    repository.declare();
    append(".gitlab-ci/container/build-crosvm.sh", "CROSVM_VERSION=2\n");

    assertThat(CheckFixture.states(repository.check()))
        .containsExactly("angle current", "crosvm stale", "piglit current");
  }

  @ParameterizedTest
  @CsvSource({ANGLE, ".gitlab-ci/container/patches/angle-a.patch"})
  void failsWhenOneByteIsAppended(String file) throws IOException {
    Tag before = repository.check().tags().get("ANGLE_TAG");
    append(file, "\n");

    CheckReport report = repository.check();

    Tag now = report.tags().get("ANGLE_TAG");
    assertThat(now).isNotEqualTo(before);
    assertThat(report.problems()).hasSize(1);
    Problem problem = report.problems().get(0);
    assertThat(problem.id()).isEqualTo(CheckReport.TAG_MISMATCH);
    assertThat(problem.location()).hasToString(".gitlab-ci/conditional-build-image-tags.yml:2:32");
    assertThat(problem.toString()).contains("angle", before.text(), now.text());
    assertThat(problem.remedy())
        .isEqualTo(
            Remedy.run(
                "update-tags", Map.of("ocelot.components", "angle"), "declare the computed tag"));
  }

  @Test
  void mendsExactlyTheStaleOnesWithOneCommand() throws IOException {
    append(ANGLE, "#\n");
    append(".gitlab-ci/container/build-piglit.sh", "#\n");

    assertThat(problems())
        .extracting(Problem::remedy)
        .containsOnly(
            Remedy.run(
                "update-tags",
                Map.of("ocelot.components", "angle,piglit"),
                "declare the computed tags"));
  }

  @ParameterizedTest
  @CsvSource({"absent", "null", "''"})
  void failsWhenNothingIsDeclared(String value) {
    repository.declare(
        value.equals("absent") ? Map.of() : Map.of("CONDITIONAL_BUILD_ANGLE_TAG", value));

    CheckReport report = repository.check("angle");

    assertThat(CheckFixture.states(report)).containsExactly("angle undeclared");
    assertThat(CheckFixture.ids(report.problems())).containsExactly("tag-undeclared");
    assertThat(report.problems().get(0).message())
        .contains("CONDITIONAL_BUILD_ANGLE_TAG", report.tags().get("ANGLE_TAG").text());
    assertThat(report.remedy()).isPresent();
  }

  @Test
  void failsWhenNoFileOfDeclaredTagsIsThere() throws IOException {
    Files.delete(tree.root().resolve(".gitlab-ci/conditional-build-image-tags.yml"));

    assertThat(CheckFixture.ids(problems())).containsOnly("tag-undeclared").hasSize(3);
  }

  /** What cannot be read may declare anything: nothing is called undeclared or stale for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables:\n\tX: y\n",
        "variables: text\n",
        "- a\n",
        "variables: {A: 'open\n",
        "variables:\n  CONDITIONAL_BUILD_ANGLE_TAG: a\n  CONDITIONAL_BUILD_ANGLE_TAG: b\n",
        "variables: {A: x}\n---\nvariables: {B: x}\n",
      })
  void concludesNothingFromDeclaredTagsThatCannotBeRead(String yaml) {
    tree.file(".gitlab-ci/conditional-build-image-tags.yml", yaml);

    CheckReport report = repository.check();

    assertThat(CheckFixture.states(report))
        .containsExactly("angle error", "crosvm error", "piglit error");
    assertThat(report.problems()).isEmpty();
    assertThat(report.remedy()).isEmpty();
    assertThat(report.tags()).hasSize(3);
    assertThat(CheckFixture.ids(repository.problems.all())).containsExactly("config-invalid");
    assertThat(repository.problems.all().get(0).remedy()).isInstanceOf(Remedy.Advice.class);
  }

  @ParameterizedTest
  @CsvSource({"real.yml, current", "../real.yml, current", "../../outside.yml, error"})
  void readsDeclaredTagsBehindALinkThatStaysInTheRepository(String target, String state)
      throws IOException {
    Path file = tree.root().resolve(".gitlab-ci/conditional-build-image-tags.yml");
    Files.move(file, file.resolveSibling(target).normalize());
    Files.createSymbolicLink(file, Path.of(target));

    assertThat(CheckFixture.states(repository.check("angle"))).containsExactly("angle " + state);
    assertThat(repository.problems.all())
        .extracting(Problem::message)
        .isEqualTo(
            state.equals("current")
                ? List.of()
                : List.of(
                    ".gitlab-ci/conditional-build-image-tags.yml is a link that leaves the"
                        + " repository"));
  }

  @Test
  void letsTheEnvironmentCountAlsoWhereDeclaredTagsCannotBeRead() {
    repository.environment.putAll(
        Map.of("ANGLE_TAG", repository.check("angle").tags().get("ANGLE_TAG").text()));
    tree.file(".gitlab-ci/conditional-build-image-tags.yml", "- a\n");

    CheckReport report =
        repository.check(TagSource.ENVIRONMENT, ParallelMap.onCallingThread(), "angle", "piglit");

    assertThat(CheckFixture.states(report)).containsExactly("angle current", "piglit error");
  }

  @ParameterizedTest
  @CsvSource({
    "00000000000000000000000000000000",
    "12345678901234567890123456789012",
    "12345e67890123456789012345678901",
    "ABCDEF00000000000000000000000000",
    "short",
    "2026-11-21",
    "010",
    "'\"quoted\"'",
  })
  void takesWhatIsDeclaredAsText(String value) {
    repository.declare(Map.of("CONDITIONAL_BUILD_ANGLE_TAG", value));

    CheckReport report = repository.check("angle");

    assertThat(CheckFixture.states(report)).containsExactly("angle stale");
    assertThat(report.problems().get(0).message()).contains("declared " + value.replace("\"", ""));
  }

  @Test
  void reportsAComponentOnceHoweverOftenItIsNamed() throws IOException {
    append(ANGLE, "#\n");

    CheckReport report = repository.check("angle", "piglit", "angle");

    assertThat(CheckFixture.states(report)).containsExactly("angle stale", "piglit current");
    assertThat(report.problems()).hasSize(1);
  }

  @Test
  void takesNamesAsNamesAndNotAsExpressions() {
    repository.check("ang.*");

    assertThat(CheckFixture.ids(repository.problems.all())).containsExactly("unknown-component");
  }

  @Test
  void reportsEveryComponentThatFailsAndChecksTheOthers() throws IOException {
    Files.delete(tree.root().resolve(CheckFixture.patch("angle", "b")));
    repository.script("crosvm", "A=$(date)\n", "\nci_tag_build_time_check CROSVM_TAG $A\n");
    append(".gitlab-ci/container/build-piglit.sh", "#\n");

    CheckReport report = repository.check();

    assertThat(CheckFixture.states(report))
        .containsExactly("angle error", "crosvm error", "piglit stale");
    assertThat(CheckFixture.ids(report.problems()))
        .containsExactly("input-missing", "call-invalid", "tag-mismatch");
    assertThat(report.problems().get(0).message())
        .isEqualTo("input '" + CheckFixture.patch("angle", "b") + "' does not exist");
    assertThat(report.problems().get(0).location()).hasToString(ANGLE + ":3:37");
    assertThat(report.stale()).hasToString("[piglit]");
    assertThat(report.tags()).containsOnlyKeys("PIGLIT_TAG");
  }

  /** Where Mesa's updater hashes an error text. */
  @ParameterizedTest
  @CsvSource({
    "gone.patch, does not exist",
    "../gone.patch, leaves the repository",
    "/etc/hostname, is an absolute path",
    ".gitlab-ci, is a directory",
    "'', is an empty path",
  })
  void neverHashesAnErrorText(String input, String why) {
    tree.file(ANGLE, "set -o pipefail\nci_tag_build_time_check ANGLE_TAG '" + input + "'\n");

    CheckReport report = repository.check("angle");

    assertThat(report.tags()).isEmpty();
    assertThat(report.problems().get(0).message()).contains(why);
  }

  @Test
  void needsNothingOfTheEnvironmentThatTheScriptNeeds() {
    repository.script("angle", "set -u\necho $EXTRA_MESON_ARGS\n", "\n");
    repository.declare();

    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DECLARED, 00000000000000000000000000000000, current, 1",
    "DECLARED, own, current, 0",
    "DECLARED, '', current, 0",
    "ENVIRONMENT, 00000000000000000000000000000000, stale, 0",
    "ENVIRONMENT, own, current, 0",
    "ENVIRONMENT, '', current, 0",
  })
  void warnsOfAnExportedTagUnlessItCounts(
      TagSource source, String exported, String state, int warnings) {
    String own = repository.check("angle").tags().get("ANGLE_TAG").text();
    repository.environment.put("ANGLE_TAG", exported.equals("own") ? own : exported);

    CheckReport report = repository.check(source, ParallelMap.onCallingThread(), "angle");

    assertThat(CheckFixture.states(report)).containsExactly("angle " + state);
    assertThat(report.warnings()).hasSize(warnings);
    report
        .warnings()
        .forEach(
            warning -> {
              assertThat(warning.isError()).isFalse();
              assertThat(warning.message()).contains("ANGLE_TAG");
              assertThat(warning.remedy().toString()).contains("ocelot.tagSource=environment");
            });
  }

  @Test
  void letsTheEnvironmentCountWhereThatIsWanted() throws IOException {
    append(ANGLE, "#\n");
    String computed = repository.check("angle").tags().get("ANGLE_TAG").text();
    repository.environment.put("ANGLE_TAG", computed);

    assertThat(CheckFixture.states(repository.check("angle"))).containsExactly("angle stale");
    assertThat(
            CheckFixture.states(
                repository.check(TagSource.ENVIRONMENT, ParallelMap.onCallingThread(), "angle")))
        .containsExactly("angle current");
  }

  @Test
  void hashesTheBytesOfAScriptWithCrLfAndWarns() throws IOException {
    Path script = tree.root().resolve(ANGLE);
    Tag before = repository.check().tags().get("ANGLE_TAG");
    Files.writeString(script, Files.readString(script).replace("\n", "\r\n"));

    CheckReport report = repository.check("angle");

    assertThat(CheckFixture.states(report)).containsExactly("angle stale");
    assertThat(report.tags().get("ANGLE_TAG")).isNotEqualTo(before);
    assertThat(CheckFixture.ids(report.warnings())).containsExactly("script-line-ends");
    repository.declare();
    assertThat(repository.check().problems()).isEmpty();
  }

  @Test
  void findsTheSameInAnyTimeZoneLocaleAndOrderOfListing(@TempDir Path folder) throws IOException {
    Map<String, Tag> expected = repository.check().tags();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    CheckFixture other =
        new CheckFixture(new TestTree(folder)).components("piglit", "crosvm", "angle");
    Files.setLastModifiedTime(folder.resolve(ANGLE), FileTime.fromMillis(1));
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

      assertThat(other.check().tags()).isEqualTo(expected);
      assertThat(CheckFixture.states(other.check()))
          .containsExactly("angle undeclared", "crosvm undeclared", "piglit undeclared");
      assertThat(CheckFixture.variable("opencl-i")).isEqualTo("OPENCL_I_TAG");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void findsTheSameOnSeveralThreads(@TempDir Path folder) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      names.add("comp-%03d".formatted(i));
    }
    CheckFixture many =
        new CheckFixture(new TestTree(folder)).components(names.toArray(String[]::new));
    CheckReport alone = many.check();
    ExecutorService pool = Executors.newFixedThreadPool(3);

    CheckReport together = many.check(TagSource.DECLARED, new ParallelMap(pool, 4));

    pool.shutdown();
    assertThat(together).isEqualTo(alone);
    assertThat(together.results()).hasSize(300);
  }

  @Test
  void checksComponentsOfBothLayoutsAgainstTheirOwnFiles() {
    tree.file("components/zlib/build.sh", "make\n".getBytes(StandardCharsets.UTF_8));
    String zlib = repository.check("zlib").tags().get("ZLIB_TAG").text();
    tree.file(
        "config/conditional-build-image-tags.yml",
        "variables: {CONDITIONAL_BUILD_ZLIB_TAG: " + zlib + "}\n");

    assertThat(CheckFixture.states(repository.check()))
        .containsExactly("angle current", "crosvm current", "piglit current", "zlib current");
  }
}
