package dev.ocelot.packaging.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** A part of a file that can be read at any place, but never beyond its end. */
final class ByteWindow {
  private final SeekableByteChannel channel;
  private final long start;
  private final long size;
  private final ByteOrder order;

  private ByteWindow(SeekableByteChannel channel, long start, long size, ByteOrder order) {
    this.channel = channel;
    this.start = start;
    this.size = size;
    this.order = order;
  }

  /**
   * A whole file.
   *
   * @param channel the file
   * @return a window that reads little-endian
   * @throws IOException when its size cannot be told
   */
  static ByteWindow of(SeekableByteChannel channel) throws IOException {
    return new ByteWindow(channel, 0, channel.size(), ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A part of this window.
   *
   * @param position where it begins
   * @param length how many bytes
   * @return the part, with the same byte order
   * @throws MalformedBinaryException when it does not lie within
   */
  ByteWindow part(long position, long length) throws MalformedBinaryException {
    requireWithin(position, length);
    return new ByteWindow(channel, start + position, length, order);
  }

  ByteWindow order(ByteOrder other) {
    return new ByteWindow(channel, start, size, other);
  }

  ByteOrder order() {
    return order;
  }

  long size() {
    return size;
  }

  /**
   * Reads bytes.
   *
   * @param position where they begin
   * @param length how many
   * @return the bytes, in the window's byte order
   * @throws IOException when they do not all lie within, or cannot be read
   */
  ByteBuffer read(long position, int length) throws IOException {
    requireWithin(position, length);
    ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
    channel.position(start + position);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new MalformedBinaryException("became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  /**
   * Whether some bytes stand at a place.
   *
   * @param position the place
   * @param magic one character for each byte
   * @return false also where the window ends before
   * @throws IOException when they cannot be read
   */
  boolean has(long position, String magic) throws IOException {
    if (position > size - magic.length()) {
      return false;
    }
    byte[] bytes = read(position, magic.length()).array();
    return new String(bytes, StandardCharsets.ISO_8859_1).equals(magic);
  }

  private void requireWithin(long position, long length) throws MalformedBinaryException {
    if (position < 0 || length < 0 || length > size || position > size - length) {
      throw new MalformedBinaryException("is cut off, or points beyond its end");
    }
  }
}
