package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.progress.JobProgress;
import java.util.function.LongConsumer;

/**
 * Tells progress of an upload that may be tried several times without ever going past its total.
 */
final class SentBytes {
  private final JobProgress job;
  private long told;

  SentBytes(JobProgress job) {
    this.job = job;
  }

  /** Hears of one attempt; what an earlier one sent already is not told again. */
  LongConsumer attempt() {
    long[] sent = {0};
    return bytes -> {
      sent[0] += bytes;
      if (sent[0] > told) {
        job.advanced(sent[0] - told);
        told = sent[0];
      }
    };
  }
}
