package dev.ocelot.packaging.aws;

import java.util.function.LongConsumer;

/** Tells how much of a file was sent, although it is read twice: signing reads it before. */
final class SentOnce {
  private final LongConsumer sent;
  private final long size;
  private int passes;
  private long told;

  SentOnce(LongConsumer sent, long size) {
    this.sent = sent;
    this.size = size;
  }

  /** What the next pass over the file tells. */
  LongConsumer pass() {
    passes++;
    return passes == 1 ? bytes -> {} : this::add;
  }

  /** So much more was sent. */
  void add(long bytes) {
    long more = Math.min(bytes, size - told);
    told += more;
    sent.accept(more);
  }

  /** All of it was sent. */
  void done() {
    if (told < size) {
      add(size - told);
    }
  }
}
