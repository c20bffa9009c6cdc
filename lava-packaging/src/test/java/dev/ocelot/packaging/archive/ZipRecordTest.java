package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipRecordTest {
  @TempDir private Path folder;

  private static ZipRecord record(long packed, long size, long offset) {
    return new ZipRecord("a", 0100644, true, 0x12345678L, packed, size, offset);
  }

  @ParameterizedTest(name = "{0} bytes packed to {1} at {2}")
  @CsvSource({
    "0, 0, 0, 31, 47",
    "4000000000, 4000000000, 0, 31, 47",
    "4290000000, 4294000000, 0, 51, 47",
    "10, 4294967294, 0, 51, 47",
    "10, 4294967295, 0, 51, 59",
    "5000000000, 5000000000, 0, 51, 67",
    "10, 10, 4294967294, 31, 47",
    "10, 10, 4294967295, 31, 59",
    "5000000000, 5000000000, 5000000000, 51, 75",
  })
  void zip64IsUsedOnlyWhereNeeded(long packed, long size, long offset, int local, int central) {
    assertThat(record(packed, size, offset).localHeader(0)).hasSize(local);
    assertThat(record(packed, size, offset).centralHeader(0)).hasSize(central);
  }

  @Test
  void theLocalHeaderKeepsItsLengthWhenItIsCompleted() {
    for (long size : new long[] {1, 4_290_000_000L, 1L << 32, 1L << 40}) {
      assertThat(record(size + 1, size, 7).localHeader(0))
          .hasSameSizeAs(record(0, size, 7).localHeader(0));
    }
  }

  @Test
  void ourReaderUnderstandsZip64() throws UnsafeArchiveException {
    ZipRecord large = record(5_000_000_000L, 6_000_000_000L, 7_000_000_000L);
    ByteBuffer bytes = ByteBuffer.wrap(large.centralHeader(0)).order(ByteOrder.LITTLE_ENDIAN);

    ZipListing listing = ZipListing.read(bytes);

    assertThat(listing.packed()).isEqualTo(5_000_000_000L);
    assertThat(listing.size()).isEqualTo(6_000_000_000L);
    assertThat(listing.offset()).isEqualTo(7_000_000_000L);
    assertThat(listing.mode()).isEqualTo(0100644);
  }

  @ParameterizedTest(name = "{0} entries at {1} to {2}")
  @CsvSource({
    "65534, 100, 200, 22",
    "65535, 100, 200, 98",
    "1, 4294967294, 4294967300, 22",
    "1, 4294967295, 4294967300, 98",
    "1, 0, 4294967295, 98",
  })
  void theEndIsZip64OnlyWhereNeeded(long count, long start, long end, int length) {
    assertThat(ZipRecord.end(count, start, end)).hasSize(length);
  }

  @ParameterizedTest
  @CsvSource({"65534", "65535", "65536", "70000"})
  void moreEntriesThanTheOldEndHoldsAreRead(int count) throws IOException {
    FileTreeBuilder builder = FileTree.builder();
    for (int i = 0; i < count; i++) {
      builder.file("f" + i, new byte[0], false);
    }
    Path archive = folder.resolve("many.zip");
    new ArchiveWriter(Packing.of(ArchiveFormat.ZIP, 2)).write(builder.build(), archive);

    assertThat(new ArchiveReader(ExtractionLimits.DEFAULT).list(archive)).hasSize(count);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(zip.size()).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1980-01-01T00:00:00Z, 1980-01-01T00:00:00",
    "1970-01-01T00:00:00Z, 1980-01-01T00:00:00",
    "2026-11-21T13:59:59Z, 2026-11-21T13:59:58",
    "2107-12-31T23:59:59Z, 2107-12-31T23:59:58",
    "2200-01-01T00:00:00Z, 2107-12-31T23:59:58",
  })
  void timesAreTheNearestThatCanBeHeld(String time, String held) {
    int dos = DosTime.of(Instant.parse(time).getEpochSecond());

    String shown =
        String.format(
            "%04d-%02d-%02dT%02d:%02d:%02d",
            1980 + (dos >>> 25),
            dos >>> 21 & 15,
            dos >>> 16 & 31,
            dos >>> 11 & 31,
            dos >>> 5 & 63,
            2 * (dos & 31));
    assertThat(shown).isEqualTo(held);
  }
}
