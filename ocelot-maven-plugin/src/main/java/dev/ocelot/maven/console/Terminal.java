package dev.ocelot.maven.console;

import dev.ocelot.packaging.progress.WindowSize;

/** What a person sits at. */
public interface Terminal {

  /**
   * Whether there is one: standard input and output are the same person's.
   *
   * @return false for a file, a pipe or a service
   */
  boolean isPresent();

  /**
   * How large it is.
   *
   * @return the size now, or the usual one when it does not say
   */
  WindowSize size();

  /**
   * Writes past Maven's logger.
   *
   * @param text with line ends and sequences, as it is
   */
  void write(String text);
}
