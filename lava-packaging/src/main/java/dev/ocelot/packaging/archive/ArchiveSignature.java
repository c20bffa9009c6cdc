package dev.ocelot.packaging.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an archive is by its first bytes. */
enum ArchiveSignature {
  ZIP,
  GZIP,
  ZSTANDARD,
  TAR;

  private static final int TAR_MAGIC = 257;

  /**
   * Looks at a file's first bytes.
   *
   * @param file the file, which is put back to its beginning
   * @return what it is
   * @throws IOException when it is no archive that is known, or cannot be read
   */
  static ArchiveSignature of(SeekableByteChannel file) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(TAR_MAGIC + 5);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // Reads until the buffer is full.
    }
    file.position(0);
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    if (startsWith(bytes, 0, "PK\003\004") || startsWith(bytes, 0, "PK\005\006")) {
      return ZIP;
    }
    if (startsWith(bytes, 0, "\037\213")) {
      return GZIP;
    }
    if (startsWith(bytes, 0, "\050\265\057\375")) {
      return ZSTANDARD;
    }
    if (startsWith(bytes, TAR_MAGIC, "ustar")) {
      return TAR;
    }
    throw UnsafeArchiveException.damaged("is no zip, tar, tar.gz or tar.zst by its first bytes");
  }

  /**
   * The tar archive within.
   *
   * @param in the file's bytes
   * @return unpacked bytes
   * @throws IOException when they cannot be unpacked
   */
  InputStream unpack(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new StrictGzipInputStream(in);
      case ZSTANDARD -> new BufferedInputStream(Zstandard.unpacking(in), 64 << 10);
      case TAR -> new BufferedInputStream(in, 64 << 10);
      case ZIP -> throw new IllegalStateException("a zip is no tar");
    };
  }

  private static boolean startsWith(byte[] bytes, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + expected.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }
}
