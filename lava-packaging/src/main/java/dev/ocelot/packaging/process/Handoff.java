package dev.ocelot.packaging.process;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Carries bytes from the thread that reads a pipe to the one that uses them, holding only so many.
 *
 * <p>Between the two stands this, because a thread in a pipe's {@code read} cannot be called back,
 * and one that waits here can.
 */
final class Handoff extends InputStream implements Sink {
  private static final int MOST = 1 << 20;

  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int position;
  private int held;
  private boolean ended;
  private boolean closed;
  private boolean atEnd;

  @Override
  public synchronized void accept(byte[] bytes, int length) throws InterruptedException {
    while (held >= MOST && !closed && !ended) {
      wait();
    }
    if (closed || ended) {
      return;
    }
    chunks.add(Arrays.copyOf(bytes, length));
    held += length;
    notifyAll();
  }

  @Override
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Whether the reader was told that there is no more. */
  synchronized boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public int read() throws InterruptedIOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length)
      throws InterruptedIOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (chunks.isEmpty() && !ended && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("given up");
    }
    byte[] chunk = chunks.peek();
    if (chunk == null) {
      atEnd = true;
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    if (position == chunk.length) {
      chunks.remove();
      held -= chunk.length;
      position = 0;
      notifyAll();
    }
    return count;
  }

  @Override
  public synchronized int available() {
    byte[] chunk = chunks.peek();
    return chunk == null ? 0 : chunk.length - position;
  }

  /** The reader needs no more; what still comes is dropped. */
  @Override
  public synchronized void close() {
    closed = true;
    chunks.clear();
    held = 0;
    position = 0;
    notifyAll();
  }
}
