package dev.ocelot.packaging.process;

import java.util.function.Consumer;

/** Hands out the lines of a pipe, masked, to a consumer and to the tail. */
final class LineSink implements Sink {
  private final Object oneAtATime;
  private final LineSplitter splitter;
  private boolean ended;

  /**
   * Lines of one pipe.
   *
   * @param oneAtATime shared by the pipes whose consumers must not be called at once
   */
  LineSink(Secrets secrets, OutputTail tail, Consumer<String> consumer, Object oneAtATime) {
    this.oneAtATime = oneAtATime;
    this.splitter =
        new LineSplitter(
            secrets,
            line -> {
              tail.add(line);
              consumer.accept(line);
            });
  }

  @Override
  public void accept(byte[] bytes, int length) {
    synchronized (oneAtATime) {
      if (!ended) {
        splitter.accept(bytes, length);
      }
    }
  }

  @Override
  public void end() {
    synchronized (oneAtATime) {
      if (!ended) {
        ended = true;
        splitter.finish();
      }
    }
  }
}
