package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.testkit.TarBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtractionLimitsTest {
  private static final ExtractionLimits WIDE = new ExtractionLimits(1L << 40, 1000, 100, 10);

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void makeOut() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
  }

  private Path write(ArchiveFormat format, FileTree tree) {
    Path archive = folder.resolve("archive");
    new ArchiveWriter(Packing.of(format, 2)).write(tree, archive);
    return archive;
  }

  private void assertRefused(Path archive, ExtractionLimits limits, String reason) {
    assertThatThrownBy(() -> new ArchiveReader(limits).extract(archive, out))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("archive-unsafe")
        .hasMessageContaining(reason);
    assertThat(out).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void bytesAreLimited(ArchiveFormat format) {
    FileTree tree =
        FileTree.builder().file("a", new byte[600], false).file("b", new byte[400], false).build();
    Path archive = write(format, tree);

    assertRefused(archive, new ExtractionLimits(999, 10, 100, 10), "more than 999 bytes");
    new ArchiveReader(new ExtractionLimits(1000, 10, 100, 10)).extract(archive, out);
    assertThat(FileTree.scan(out).totalSize()).isEqualTo(1000);
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void entriesAreLimited(ArchiveFormat format) {
    FileTree tree = FileTree.builder().file("a/b/c", new byte[1], false).directory("d").build();
    Path archive = write(format, tree);

    assertRefused(archive, new ExtractionLimits(999, 3, 100, 10), "more than 3 entries");
    new ArchiveReader(new ExtractionLimits(999, 4, 100, 10)).extract(archive, out);
    assertThat(FileTree.scan(out).entries()).hasSize(4);
  }

  @Test
  void foldersThatAreNoEntriesCount() throws IOException {
    Path archive =
        Files.write(folder.resolve("tar"), new TarBytes().file("a/b/c/d/e", "x").toBytes());

    assertRefused(archive, new ExtractionLimits(999, 4, 100, 10), "more than 4 entries");
  }

  @Test
  void headersThatAreNoEntriesCount() throws IOException {
    TarBytes tar = new TarBytes();
    for (int i = 0; i < 1001; i++) {
      tar.entry('g', "g", 0644, "", TarBytes.paxRecord("comment", "x"));
    }
    Path archive = Files.write(folder.resolve("tar"), tar.toBytes());

    assertRefused(archive, WIDE, "more than 1000 entries");
  }

  @Test
  void sameContentUnderManyNamesCounts() throws IOException {
    TarBytes tar = new TarBytes().file("a", "x".repeat(1000));
    for (int i = 0; i < 5; i++) {
      tar.entry('1', "h" + i, 0644, i == 0 ? "a" : "h" + (i - 1), new byte[0]);
    }
    Path archive = Files.write(folder.resolve("tar"), tar.toBytes());

    assertRefused(archive, new ExtractionLimits(5999, 99, 100, 10), "more than 5999 bytes");
    new ArchiveReader(new ExtractionLimits(6000, 99, 100, 10)).extract(archive, out);
    assertThat(out.resolve("h4")).hasSize(1000);
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void bombsAreRefusedByTheirRatio(ArchiveFormat format) {
    FileTree zeros =
        FileTree.builder()
            .file("bomb", new byte[(int) ExtractionLimits.RATIO_FLOOR + 1], false)
            .build();
    Path archive = write(format, zeros);

    assertRefused(archive, WIDE, "more than 100 times its size");
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void littleFilesOfZerosAreNoBomb(ArchiveFormat format) {
    Path archive =
        write(format, FileTree.builder().file("zeros", new byte[4 << 20], false).build());

    new ArchiveReader(WIDE).extract(archive, out);

    assertThat(out.resolve("zeros")).hasSize(4 << 20);
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void depthIsLimited(ArchiveFormat format) {
    Path archive =
        write(format, FileTree.builder().file("a/".repeat(10) + "f", new byte[1], false).build());

    assertRefused(archive, WIDE, "more than 10 folders deep");
  }

  @Test
  void aSmallFileIsNotReadWhenItIsLarge() {
    Path archive =
        write(ArchiveFormat.ZIP, FileTree.builder().file("a", new byte[11], false).build());
    ArchiveReader reader = new ArchiveReader(WIDE);

    assertThat(reader.readEntry(archive, "a", 11)).isPresent();
    assertThatThrownBy(() -> reader.readEntry(archive, "a", 10))
        .hasMessageContaining("larger than 10 bytes");
  }

  @Test
  void theRatioReadsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      bombsAreRefusedByTheirRatio(ArchiveFormat.TAR_ZST);
    } finally {
      Locale.setDefault(before);
    }
  }
}
