package dev.ocelot.packaging.archive;

import java.io.IOException;

/**
 * Something in an archive or a tree that must not be read or packed. Turned into a problem by the
 * public types of this package, which know what the archive is called.
 */
final class UnsafeArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What a user can do about it. */
  enum Advice {
    /** The thing itself must not be there. */
    LEAVE_OUT("let the build leave it out, or write it elsewhere than below its artifacts"),
    /** The name must be another. */
    RENAME("give it another name"),
    /** The link must point elsewhere. */
    RELINK("make it a relative link to something in the same folder tree"),
    /** The archive is larger than allowed. */
    SHRINK("pack less into it"),
    /** The archive itself is broken. */
    REPACK("make or fetch the archive again");

    private final String text;

    Advice(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Advice advice;

  private UnsafeArchiveException(String message, Advice advice) {
    super(message);
    this.advice = advice;
  }

  static UnsafeArchiveException entry(String name, String reason, Advice advice) {
    return new UnsafeArchiveException(quoted(name) + " " + reason, advice);
  }

  static UnsafeArchiveException damaged(String reason) {
    return new UnsafeArchiveException("the archive " + reason, Advice.REPACK);
  }

  static UnsafeArchiveException damaged(String name, String reason) {
    return entry(name, reason, Advice.REPACK);
  }

  static UnsafeArchiveException tooLarge(String reason) {
    return new UnsafeArchiveException("the archive " + reason, Advice.SHRINK);
  }

  Advice advice() {
    return advice;
  }

  /**
   * A name as it can be shown in one line, whatever it holds.
   *
   * @param name the name
   * @return the name in quotes, at most some 200 characters
   */
  static String quoted(String name) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < Math.min(name.length(), 200); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0xFFFD) {
        shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(name.length() > 200 ? "…\"" : "\"").toString();
  }
}
