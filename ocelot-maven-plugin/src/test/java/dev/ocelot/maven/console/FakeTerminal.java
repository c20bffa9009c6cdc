package dev.ocelot.maven.console;

import dev.ocelot.packaging.progress.WindowSize;
import java.util.ArrayList;
import java.util.List;

/** A terminal, and a log that shows on it. */
final class FakeTerminal implements Terminal {
  private final List<String> written = new ArrayList<>();
  private final boolean present;

  FakeTerminal(boolean present) {
    this.present = present;
  }

  @Override
  public boolean isPresent() {
    return present;
  }

  @Override
  public WindowSize size() {
    return new WindowSize(24, 80);
  }

  @Override
  public synchronized void write(String text) {
    written.add(text);
  }

  /** A piece that was written by whoever. */
  synchronized List<String> written() {
    return List.copyOf(written);
  }
}
