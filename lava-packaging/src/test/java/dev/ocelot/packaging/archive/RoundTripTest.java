package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  @TempDir private Path folder;
  private final FileTree tree = Samples.everything();
  private final ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
  private Path out;

  @BeforeEach
  void makeOut() throws Exception {
    out = Files.createDirectory(folder.resolve("out"));
  }

  private Path write(ArchiveFormat format) {
    Path archive = folder.resolve("a." + format.extension());
    new ArchiveWriter(Packing.of(format, 2)).write(tree, archive);
    return archive;
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void whatIsPackedComesOut(ArchiveFormat format) {
    reader.extract(write(format), out);

    FileTree extracted = FileTree.scan(out);
    assertThat(describe(extracted)).isEqualTo(describe(tree));
    assertThat(ContentDigest.of(extracted)).isEqualTo(ContentDigest.of(tree));
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void theDigestOfAnArchiveIsThatOfItsTree(ArchiveFormat format) {
    assertThat(reader.contentDigest(write(format))).isEqualTo(ContentDigest.of(tree));
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void anArchiveIsListedInOrder(ArchiveFormat format) {
    List<ArchiveEntry> listed = reader.list(write(format));

    assertThat(listed)
        .extracting(ArchiveEntry::name)
        .isEqualTo(tree.entries().stream().map(TreeEntry::name).toList());
    assertThat(listed)
        .contains(
            new ArchiveEntry("bin/run", ArchiveEntry.Kind.FILE, true, 15, ""),
            new ArchiveEntry("bin/link", ArchiveEntry.Kind.LINK, false, 0, "run"),
            new ArchiveEntry("bytes/same", ArchiveEntry.Kind.FILE, false, 2_000_000, ""),
            new ArchiveEntry("empty folder", ArchiveEntry.Kind.DIRECTORY, false, 0, ""));
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void oneFileIsReadWithoutUnpacking(ArchiveFormat format) {
    Path archive = write(format);

    assertThat(reader.readEntry(archive, "bin/run", 100))
        .hasValueSatisfying(
            bytes ->
                assertThat(bytes).isEqualTo("#!/bin/sh\necho\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(reader.readEntry(archive, "bin/missing", 100)).isEmpty();
    assertThat(reader.readEntry(archive, "bin/link", 100)).isEmpty();
  }

  @Test
  void aPlainTarComesOut() throws Exception {
    Path tar = folder.resolve("a.tar");
    try (var stream = Files.newOutputStream(tar)) {
      TarStream.write(tree, stream, 0);
    }

    try (var stream = Files.newInputStream(tar)) {
      reader.extractTar(stream, "the stream", out);
    }

    assertThat(describe(FileTree.scan(out))).isEqualTo(describe(tree));
    assertThat(reader.contentDigest(tar)).isEqualTo(ContentDigest.of(tree));
  }

  @Test
  void aFolderAroundEverythingIsTakenOff() throws Exception {
    FileTree wrapped =
        FileTree.builder()
            .file("artifacts/bin/run", new byte[3], true)
            .link("artifacts/link", "bin")
            .build();
    Path tar = folder.resolve("a.tar");
    try (var stream = Files.newOutputStream(tar)) {
      TarStream.write(wrapped, stream, 0);
    }

    try (var stream = Files.newInputStream(tar)) {
      reader.extractTar(stream, "the stream", "artifacts", out);
    }

    assertThat(describe(FileTree.scan(out)))
        .containsExactly("bin 40755 ", "bin/run 100755 3", "link 120777 bin");
  }

  @Test
  void modesOnDiskAreThoseOfTheTree() throws Exception {
    reader.extract(write(ArchiveFormat.ZIP), out);

    for (TreeEntry entry : tree.entries()) {
      Path path = NativeNames.below(out, entry.name());
      int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      assertThat(mode).as(entry.name()).isEqualTo(entry.mode());
    }
  }

  private static List<String> describe(FileTree tree) {
    return tree.entries().stream()
        .map(
            entry ->
                entry.name()
                    + " "
                    + Integer.toOctalString(entry.mode())
                    + " "
                    + (entry instanceof TreeEntry.RegularFile file ? file.size() : "")
                    + (entry instanceof TreeEntry.SymbolicLink link ? link.target() : ""))
        .toList();
  }
}
