package dev.ocelot.packaging.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The native Zstandard library. */
final class Zstandard {
  private Zstandard() {}

  /**
   * Packs.
   *
   * @param out where to
   * @param level 1 to 19
   * @param threads how many
   * @return a stream that closes {@code out}
   * @throws IOException when the native library cannot be loaded
   */
  static OutputStream packing(OutputStream out, int level, int threads) throws IOException {
    try {
      // Without workers the library takes another path, whose bytes differ; with any number of them
      // they are the same.
      return new ZstdOutputStreamNoFinalizer(out)
          .setLevel(level)
          .setWorkers(Math.max(1, threads))
          .setChecksum(true);
    } catch (LinkageError e) {
      throw notLoaded(e);
    }
  }

  /**
   * Unpacks one or more frames.
   *
   * @param in packed bytes
   * @return a stream that fails when they are cut off
   * @throws IOException when the native library cannot be loaded
   */
  static InputStream unpacking(InputStream in) throws IOException {
    try {
      return new Unpacking(new ZstdInputStreamNoFinalizer(in));
    } catch (LinkageError e) {
      throw notLoaded(e);
    }
  }

  private static IOException notLoaded(LinkageError cause) {
    return new IOException(
        "the Zstandard library cannot be loaded on this machine ("
            + cause.getMessage()
            + "); use another archive format, or a java.io.tmpdir from which libraries may be loaded",
        cause);
  }

  /** Says that the archive is damaged where the library says that it cannot go on. */
  private static final class Unpacking extends FilterInputStream {
    Unpacking(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        return super.read(into, offset, length);
      } catch (ZstdIOException e) {
        throw damaged(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private static IOException damaged(ZstdIOException e) {
      IOException damaged = UnsafeArchiveException.damaged("is not valid Zstandard");
      damaged.initCause(e);
      return damaged;
    }
  }
}
