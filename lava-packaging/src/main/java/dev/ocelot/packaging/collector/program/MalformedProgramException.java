package dev.ocelot.packaging.collector.program;

/** A file is not what it should be. */
final class MalformedProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedProgramException(String message) {
    super(message);
  }
}
