package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file beyond 4 GiB, without as many bytes on disk. */
class LargeArchiveIT {
  private static final long SIZE = (1L << 32) + 12345;

  @TempDir private Path folder;

  @Test
  void aZipOfItIsWrittenAndRead() throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    try (SeekableByteChannel hole =
        Files.newByteChannel(
            tree.resolve("hole"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      hole.position(SIZE - 1);
      hole.write(ByteBuffer.wrap(new byte[] {7}));
    }
    Files.writeString(tree.resolve("next"), "next");
    Path archive = folder.resolve("archive");
    ArchiveWriter writer = new ArchiveWriter(new Packing(ArchiveFormat.ZIP, 1, 0, 2));
    writer.write(FileTree.scan(tree), archive);

    ExtractionLimits limits = new ExtractionLimits(1L << 40, 10, 1e9, 10);
    assertThat(new ArchiveReader(limits).list(archive))
        .extracting(ArchiveEntry::name, ArchiveEntry::size)
        .containsExactly(tuple("hole", SIZE), tuple("next", 4L));
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(zip.getEntry("hole").getSize()).isEqualTo(SIZE);
      assertThat(zip.getInputStream(zip.getEntry("next")).readAllBytes()).hasSize(4);
    }
  }
}
