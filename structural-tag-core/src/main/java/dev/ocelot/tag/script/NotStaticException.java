package dev.ocelot.tag.script;

/** What a word stands for cannot be told from the script alone; the message says why. */
final class NotStaticException extends Exception {
  private static final long serialVersionUID = 1L;

  NotStaticException(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
