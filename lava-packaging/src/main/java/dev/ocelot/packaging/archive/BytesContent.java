package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes in memory. */
final class BytesContent implements Content {
  private final byte[] bytes;

  /**
   * A copy of some bytes.
   *
   * @param bytes the bytes
   */
  BytesContent(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel open() {
    return new Channel(ByteBuffer.wrap(bytes));
  }

  private static final class Channel implements SeekableByteChannel {
    private final ByteBuffer bytes;
    private boolean open = true;

    Channel(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      requireOpen();
      if (!bytes.hasRemaining()) {
        return -1;
      }
      int count = Math.min(bytes.remaining(), into.remaining());
      into.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      return count;
    }

    @Override
    public long position() throws IOException {
      requireOpen();
      return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      requireOpen();
      bytes.position((int) Math.min(position, bytes.limit()));
      return this;
    }

    @Override
    public long size() throws IOException {
      requireOpen();
      return bytes.limit();
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }

    private void requireOpen() throws ClosedChannelException {
      if (!open) {
        throw new ClosedChannelException();
      }
    }
  }
}
