package dev.ocelot.problem;

/** Where a problem is: nowhere in particular, in a file, or at a place in a file. */
public sealed interface Location {

  /** The place is not known, or there is none. */
  Location NONE = new None();

  /** No place. */
  record None() implements Location {
    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * A file as a whole.
   *
   * @param file the path as it is shown: relative to the repository root where it lies below it,
   *     with forward slashes
   */
  record InFile(String file) implements Location {
    @Override
    public String toString() {
      return file;
    }
  }

  /**
   * A place in a text file.
   *
   * @param file the path as it is shown
   * @param line the line, from 1
   * @param column the column in code points, from 1
   */
  record InText(String file, int line, int column) implements Location {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * A file as a whole.
   *
   * @param file the path as it is shown
   * @return the location
   */
  static Location of(String file) {
    return new InFile(file);
  }

  /**
   * A place in a text file.
   *
   * @param file the path as it is shown
   * @param line the line, from 1
   * @param column the column, from 1
   * @return the location
   */
  static Location of(String file, int line, int column) {
    return new InText(file, line, column);
  }
}
