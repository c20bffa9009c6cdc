package dev.ocelot.packaging.process;

import java.io.IOException;
import java.io.OutputStream;

/** Standard input of a process, which knows whether it was the process that would not read on. */
final class PipeOutput extends OutputStream {
  private final OutputStream pipe;
  private final Events events;
  private volatile boolean broken;

  PipeOutput(OutputStream pipe, Events events) {
    this.pipe = pipe;
    this.events = events;
  }

  boolean isBroken() {
    return broken;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    guard(() -> pipe.write(bytes, offset, length));
    events.touch();
  }

  @Override
  public void flush() throws IOException {
    guard(pipe::flush);
  }

  @Override
  public void close() throws IOException {
    guard(pipe::close);
  }

  private interface Action {
    void run() throws IOException;
  }

  private void guard(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }
}
