package dev.ocelot.shell;

/** The text is not a shell script that can be read; the message says why, without the place. */
final class ShellSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Position position;

  ShellSyntaxException(String message, Position position) {
    super(message, null, false, false);
    this.position = position;
  }

  Position position() {
    return position;
  }
}
