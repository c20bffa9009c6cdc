package dev.ocelot.packaging.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as a stream whose reads end: with bytes, with the end, by an interrupt, or when
 * nothing came for too long. The library's own stream waits for ever.
 *
 * <p>Only one batch of buffers is asked for at a time, so a slow reader slows the server down.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Duration patience;
  private volatile @Nullable Subscription subscription;
  private List<ByteBuffer> current = List.of();
  private boolean ended;

  /** Buffers, or the end, or why it broke off. */
  private record Event(List<ByteBuffer> buffers, boolean last, @Nullable Throwable failure) {}

  TimedBody(Duration patience) {
    this.patience = patience;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    events.add(new Event(buffers, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer buffer = next();
    if (buffer == null) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    return count;
  }

  private @Nullable ByteBuffer next() throws IOException {
    while (true) {
      for (ByteBuffer buffer : current) {
        if (buffer.hasRemaining()) {
          return buffer;
        }
      }
      if (ended) {
        return null;
      }
      take();
    }
  }

  private void take() throws IOException {
    Event event = poll();
    if (event.failure() != null) {
      ended = true;
      throw new IOException("the connection broke: " + event.failure().getMessage());
    }
    ended = event.last();
    current = event.buffers();
    Subscription asked = subscription;
    if (!ended && asked != null) {
      asked.request(1);
    }
  }

  private Event poll() throws IOException {
    try {
      Event event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new IOException("nothing came for " + patience.toSeconds() + " s");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void close() {
    ended = true;
    current = List.of();
    Subscription given = subscription;
    if (given != null) {
      given.cancel();
    }
  }
}
