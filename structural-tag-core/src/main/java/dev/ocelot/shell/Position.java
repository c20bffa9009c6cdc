package dev.ocelot.shell;

/**
 * A place in a script.
 *
 * @param line from 1
 * @param column in code points, from 1
 */
public record Position(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
