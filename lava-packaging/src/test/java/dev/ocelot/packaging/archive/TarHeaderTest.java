package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.archive.TreeEntry.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TarHeaderTest {
  /** Only its size is asked for. */
  private record Sized(long size) implements Content {
    @Override
    public SeekableByteChannel open() throws IOException {
      throw new IOException("not opened");
    }
  }

  @ParameterizedTest(name = "{0} bytes in {1} blocks")
  @CsvSource({"0, 1", "8589934591, 1", "8589934592, 3", "1099511627776, 3"})
  void sizesBeyondElevenOctalDigitsGetAnExtendedHeader(long size, int blocks) throws IOException {
    byte[] header = TarHeader.of(new RegularFile("a", false, new Sized(size)), TarOwner.ROOT, 0);

    assertThat(header).hasSize(512 * blocks);
    TarBlock last = TarBlock.of(Arrays.copyOfRange(header, header.length - 512, header.length));
    PaxRecords pax = blocks == 1 ? PaxRecords.none() : pax(header);
    assertThat(pax.size(last.size())).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "101, 3", "85, 1"})
  void namesBeyondTheirFieldGetAnExtendedHeader(int length, int blocks) throws IOException {
    String name = "n".repeat(length);
    byte[] header = TarHeader.of(new RegularFile(name, true, new Sized(1)), TarOwner.ROOT, 0);

    assertThat(header).hasSize(512 * blocks);
    TarBlock last = TarBlock.of(Arrays.copyOfRange(header, header.length - 512, header.length));
    assertThat(blocks == 1 ? last.name() : pax(header).text("path").orElse("")).isEqualTo(name);
    assertThat(last.mode()).isEqualTo(0755);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2097151, 1", "2097152, 3", "2147483647, 3"})
  void ownersBeyondSevenOctalDigitsGetAnExtendedHeader(int id, int blocks) throws IOException {
    byte[] header = TarHeader.of(new TreeEntry.Directory("d"), new TarOwner(id, id), 0);

    assertThat(header).hasSize(512 * blocks);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(Arrays.copyOf(header, 4096)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      assertThat(entry.getLongUserId()).isEqualTo(id);
      assertThat(entry.getLongGroupId()).isEqualTo(id);
    }
  }

  private static PaxRecords pax(byte[] header) throws IOException {
    int size = (int) TarBlock.of(Arrays.copyOf(header, 512)).size();
    return PaxRecords.read(Arrays.copyOfRange(header, 512, 512 + size));
  }
}
