package dev.ocelot.packaging.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** What happens to the standard output of a process. */
public sealed interface ProcessOutput {

  /**
   * Each line goes to a consumer, decoded as UTF-8 with replacement, secrets masked, and to the
   * tail of the result. A line that grows too long is handed out in pieces.
   *
   * @param consumer called for each line, never by two threads at once
   */
  record Lines(Consumer<String> consumer) implements ProcessOutput {}

  /**
   * The bytes go to a reader.
   *
   * @param reader called once
   */
  record Bytes(ByteReader reader) implements ProcessOutput {}

  /** Reads a stream of bytes to its end, or as far as it needs: the rest is drained. */
  @FunctionalInterface
  interface ByteReader {
    /**
     * Reads.
     *
     * @param stdout what the process writes
     * @throws IOException when the reader cannot use it; ends the process
     */
    void read(InputStream stdout) throws IOException;
  }

  /**
   * Each line goes to a consumer.
   *
   * @param consumer called for each line
   * @return the output
   */
  static ProcessOutput lines(Consumer<String> consumer) {
    return new Lines(consumer);
  }

  /**
   * The bytes go to a reader.
   *
   * @param reader called once
   * @return the output
   */
  static ProcessOutput bytes(ByteReader reader) {
    return new Bytes(reader);
  }

  /**
   * Read, kept for the tail of the result, otherwise unused.
   *
   * @return the output
   */
  static ProcessOutput discarded() {
    return new Lines(line -> {});
  }
}
