package dev.ocelot.packaging.source.git;

import java.io.IOException;

/** Our copy of a repository does not hold what it must. */
final class DamagedMirrorException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedMirrorException(String reason) {
    super(reason);
  }
}
