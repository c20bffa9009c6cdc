package dev.ocelot.packaging.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * What a process reads on standard input. Written on a thread of its own, which is interrupted when
 * the process has ended; the stream is closed when the writer comes back.
 */
@FunctionalInterface
public interface ProcessInput {

  /**
   * Writes. A process that ends, or closes its input, before all was written is no error.
   *
   * @param stdin where to write; buffered
   * @throws IOException when what is to be written cannot be read; ends the process
   */
  void writeTo(OutputStream stdin) throws IOException;

  /**
   * Nothing: the process reads the end of the stream at once.
   *
   * @return the input
   */
  static ProcessInput empty() {
    return stdin -> {};
  }

  /**
   * These bytes.
   *
   * @param bytes what the process reads
   * @return the input
   */
  static ProcessInput bytes(byte[] bytes) {
    return stdin -> stdin.write(bytes);
  }

  /**
   * Nothing, but the stream stays open for as long as the process and this JVM live: who reads it
   * learns of our death by its end.
   *
   * @return the input
   */
  static ProcessInput heldOpen() {
    return stdin -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException endOfProcess) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
