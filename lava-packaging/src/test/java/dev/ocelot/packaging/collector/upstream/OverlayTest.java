package dev.ocelot.packaging.collector.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.collector.upstream.Overlay.CommonFile;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
  private static final String WRAPPERS = "components/collector/lambdacomponents/";
  private static final String CONSTRAINT =
      "//go:build lambdacomponents.custom && lambdacomponents.exporter.awss3\n";

  private final Path root;
  private final Problems problems = new Problems();

  OverlayTest(@TempDir Path root) {
    this.root = root;
  }

  private Path file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Problem theProblem() {
    assertThat(problems.all()).hasSize(1);
    return problems.all().get(0);
  }

  @Test
  void readsWrappersAndCommonFilesInOrder() throws IOException {
    Path b = file(WRAPPERS + "exporter/b.go", CONSTRAINT + "\npackage exporter\n");
    file(WRAPPERS + "exporter/a.go", CONSTRAINT + "\npackage exporter\n");
    file(WRAPPERS + "connector/z.go", CONSTRAINT + "\npackage connector\n");
    file(WRAPPERS + "exporter/a_test.go", "package exporter\n");
    file(WRAPPERS + "exporter/README.md", "text\n");
    file(WRAPPERS + "exporter/.hidden.go", "text\n");
    Path common = file("components/common/deep/x.txt", "x");
    Overlay overlay = Overlay.read(root, problems);
    assertThat(problems.all()).isEmpty();
    assertThat(overlay.wrappers())
        .extracting(wrapper -> wrapper.kind() + "/" + wrapper.fileName())
        .containsExactly("connector/z.go", "exporter/a.go", "exporter/b.go");
    assertThat(overlay.wrappers().get(2).file()).isEqualTo(b);
    assertThat(overlay.wrappers().get(2).tags())
        .containsExactly("lambdacomponents.custom", "lambdacomponents.exporter.awss3");
    assertThat(overlay.wrappers().get(1).sha256())
        .isEqualTo(overlay.wrappers().get(2).sha256())
        .hasSize(64);
    assertThat(overlay.common())
        .containsExactly(
            new CommonFile(
                "deep/x.txt",
                common,
                "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"));
  }

  @Test
  void aRepositoryWithoutComponentsHasNoOverlay() {
    assertThat(Overlay.read(root, problems).wrappers()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"exporters, nearest: exporter", "proccessor, nearest: processor", "zzz, 'one of '"})
  void anUnknownKindNamesTheNearest(String kind, String expected) throws IOException {
    file(WRAPPERS + kind + "/x.go", CONSTRAINT + "\npackage x\n");
    assertThat(Overlay.read(root, problems).wrappers()).isEmpty();
    assertThat(theProblem().location()).hasToString(WRAPPERS + kind);
    assertThat(theProblem().expected()).contains(expected);
  }

  @Test
  void aNestedFolderIsAProblem() throws IOException {
    file(WRAPPERS + "exporter/awss3/x.go", CONSTRAINT + "\npackage x\n");
    Overlay.read(root, problems);
    assertThat(theProblem().toString())
        .contains(WRAPPERS + "exporter/awss3: a folder of wrappers holds a folder");
  }

  @ParameterizedTest
  @CsvSource({
    "components/collector/lambdacomponents/exporter/link.go",
    "components/collector/lambdacomponents/exporter",
    "components/collector/lambdacomponents",
    "components/common",
    "components/common/link"
  })
  void linksAreRefused(String link) throws IOException {
    Path target = Files.createDirectories(root.resolve("elsewhere"));
    file("elsewhere/x.go", CONSTRAINT + "\npackage x\n");
    Files.createDirectories(root.resolve(link).getParent());
    Files.createSymbolicLink(root.resolve(link), target);
    Overlay overlay = Overlay.read(root, problems);
    assertThat(overlay.wrappers()).isEmpty();
    assertThat(overlay.common()).isEmpty();
    assertThat(theProblem().location()).hasToString(link);
  }

  @ParameterizedTest
  @CsvSource({
    "'package x|', 1, has no build constraint",
    "'package x|//go:build a|', 1, has no build constraint",
    "'/* //go:build a */|package x|', 1, has no build constraint",
    "'/*|//go:build a|*/|package x|', 1, has no build constraint",
    "'// go:build a|package x|', 1, has no build constraint",
    "'//go:build a|//go:build b||package x|', 2, has several",
    "'//go:build a &&||package x|', 1, is not read by Go",
    "'// x||//go:build (a||package x|', 3, is not read by Go"
  })
  void aWrapperNeedsOneConstraintWhereGoHeedsIt(String text, int line, String says)
      throws IOException {
    file(WRAPPERS + "exporter/x.go", text.replace('|', '\n'));
    assertThat(Overlay.read(root, problems).wrappers()).isEmpty();
    assertThat(theProblem().location()).hasToString(WRAPPERS + "exporter/x.go:" + line + ":1");
    assertThat(theProblem().message()).contains(says);
    assertThat(theProblem().expected()).contains("lambdacomponents.exporter.<name>");
  }

  @ParameterizedTest
  @CsvSource({
    "'//go:build a||package x|'",
    "'// Copyright||//go:build a||package x|'",
    "'/* Copyright|lines */||//go:build a||package x|'",
    "'  //go:build a\t||package x|'"
  })
  void commentsMayComeBeforeAConstraint(String text) throws IOException {
    file(WRAPPERS + "exporter/x.go", text.replace('|', '\n'));
    assertThat(Overlay.read(root, problems).wrappers()).hasSize(1);
    assertThat(problems.all()).isEmpty();
  }
}
