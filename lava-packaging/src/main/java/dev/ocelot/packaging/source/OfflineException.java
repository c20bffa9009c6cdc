package dev.ocelot.packaging.source;

import java.io.IOException;

/** Nothing was asked, because the run must not use the network. */
final class OfflineException extends IOException {
  private static final long serialVersionUID = 1L;

  OfflineException() {
    super("offline");
  }
}
