package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file beyond 4 GiB, without as many bytes on disk. */
class LargeArchiveIT {
  private static final long SIZE = (1L << 32) + 12345;

  @TempDir private Path folder;

  private Path write(ArchiveFormat format) throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    try (var hole =
        Files.newByteChannel(
            tree.resolve("hole"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      hole.position(SIZE - 1);
      hole.write(java.nio.ByteBuffer.wrap(new byte[] {7}));
    }
    Files.writeString(tree.resolve("next"), "next");
    Path archive = folder.resolve("archive");
    new ArchiveWriter(new Packing(format, 1, 0, 2)).write(FileTree.scan(tree), archive);
    return archive;
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void isWrittenAndRead(ArchiveFormat format) throws IOException {
    ExtractionLimits limits = new ExtractionLimits(1L << 40, 10, 1e9, 10);

    assertThat(new ArchiveReader(limits).list(write(format)))
        .extracting(ArchiveEntry::name, ArchiveEntry::size)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("hole", SIZE),
            org.assertj.core.groups.Tuple.tuple("next", 4L));
  }

  @Test
  void theJdkReadsTheZip() throws IOException {
    try (ZipFile zip = new ZipFile(write(ArchiveFormat.ZIP).toFile())) {
      ZipEntry hole = zip.getEntry("hole");
      assertThat(hole.getSize()).isEqualTo(SIZE);
      try (InputStream in = zip.getInputStream(hole)) {
        in.skipNBytes(SIZE - 1);
        assertThat(in.readAllBytes()).containsExactly(7);
      }
      assertThat(zip.getInputStream(zip.getEntry("next")).readAllBytes()).hasSize(4);
    }
  }
}
