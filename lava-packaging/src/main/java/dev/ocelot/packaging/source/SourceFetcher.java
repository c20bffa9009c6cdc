package dev.ocelot.packaging.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Fetches files of some schemes. Safe for several threads. It need not look at what it fetches:
 * digest, length and pace are watched by who receives it.
 */
public interface SourceFetcher {

  /** How many bytes there are, when that is not known. */
  long UNKNOWN_LENGTH = -1;

  /**
   * What this understands.
   *
   * @return schemes in lower case
   */
  Set<String> schemes();

  /**
   * Fetches one file. Each wait for a byte ends within the limits' stall.
   *
   * @param address with one of the schemes
   * @param limits how long to wait
   * @param receiver called once, when the first bytes can be read; what it throws is thrown on
   * @throws IOException when the file cannot be had, or ends before its length; the message says
   *     why
   * @throws InterruptedException when the thread is interrupted
   * @throws dev.ocelot.problem.ProblemException when more can be said than that
   */
  void fetch(String address, SourceLimits limits, Receiver receiver)
      throws IOException, InterruptedException;

  /** Takes the bytes of one file. */
  @FunctionalInterface
  interface Receiver {
    /**
     * Takes them.
     *
     * @param length how many there are, or {@link #UNKNOWN_LENGTH}
     * @param bytes the bytes; read to the end, or as far as they are wanted
     * @throws IOException what reading them throws
     * @throws InterruptedException when the thread is interrupted
     */
    void receive(long length, InputStream bytes) throws IOException, InterruptedException;
  }
}
