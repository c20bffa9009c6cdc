package dev.ocelot.packaging.process;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Starts processes, also of a program that was written a moment ago.
 *
 * <p>While a thread writes a program, another thread may fork: until that child has closed what it
 * inherited, the program counts as open for writing, and Linux refuses to run it.
 */
final class ProcessStart {
  /** As long as a machine under load may take to start a child: 5 s. */
  private static final int ATTEMPTS = 500;

  private static final long PAUSE_MILLIS = 10;

  /** ETXTBSY, as Java tells it; the words behind the number depend on the locale. */
  private static final Pattern BUSY = Pattern.compile("error[=:] ?26\\b");

  private final Pause pause;

  /** What is done between two attempts. */
  interface Pause {
    void take() throws InterruptedException;
  }

  ProcessStart() {
    this(() -> Thread.sleep(PAUSE_MILLIS));
  }

  ProcessStart(Pause pause) {
    this.pause = pause;
  }

  /**
   * Starts one.
   *
   * @throws IOException when it cannot be started, nor a little later
   */
  Process of(ProcessBuilder builder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return builder.start();
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !BUSY.matcher(String.valueOf(e.getMessage())).find()) {
          throw e;
        }
        rest(e);
      }
    }
  }

  private void rest(IOException refusal) throws IOException {
    try {
      pause.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refusal.addSuppressed(e);
      throw refusal;
    }
  }
}
