package dev.ocelot.packaging.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.function.LongConsumer;

/** The base64 form of a stream, of which only a piece is ever in memory. */
final class Base64Stream extends InputStream {
  // A multiple of three, so that only the last piece is padded.
  private static final int PIECE = 3 * 64 * 1024;

  private final InputStream plain;
  private final LongConsumer read;
  private byte[] encoded = new byte[0];
  private int next;

  /**
   * A stream.
   *
   * @param plain what is encoded; closed with this
   * @param read is told how many more bytes of it were encoded
   */
  Base64Stream(InputStream plain, LongConsumer read) {
    this.plain = plain;
    this.read = read;
  }

  /** How long the base64 form of so many bytes is. */
  static long lengthOf(long bytes) {
    return (bytes + 2) / 3 * 4;
  }

  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : encoded[next++];
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int count = Math.min(length, encoded.length - next);
    System.arraycopy(encoded, next, buffer, offset, count);
    next += count;
    return count;
  }

  private boolean isAtEnd() throws IOException {
    if (next == encoded.length) {
      byte[] piece = plain.readNBytes(PIECE);
      encoded = Base64.getEncoder().encode(piece);
      next = 0;
      if (piece.length > 0) {
        read.accept(piece.length);
      }
    }
    return next == encoded.length;
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
