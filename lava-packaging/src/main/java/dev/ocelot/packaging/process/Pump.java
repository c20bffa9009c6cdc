package dev.ocelot.packaging.process;

import java.io.IOException;
import java.io.InputStream;

/** Reads one pipe to its end, so that the process never blocks on it. */
final class Pump implements Runnable {
  private static final int BUFFER = 1 << 16;

  private final InputStream pipe;
  private final Sink sink;
  private final Events events;

  Pump(InputStream pipe, Sink sink, Events events) {
    this.pipe = pipe;
    this.sink = sink;
    this.events = events;
  }

  Sink sink() {
    return sink;
  }

  @Override
  public void run() {
    try (InputStream in = pipe) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        events.touch();
        sink.accept(buffer, n);
      }
      sink.end();
    } catch (IOException closedBehindUs) {
      sink.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      events.failed(e, false);
    } finally {
      events.pipeClosed();
    }
  }
}
