package dev.ocelot.packaging.binary;

import java.io.IOException;

/** A native file is cut off or contradicts itself. */
final class MalformedBinaryException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param reason a phrase that follows the file's name, such as {@code is cut off}
   */
  MalformedBinaryException(String reason) {
    super(reason);
  }
}
