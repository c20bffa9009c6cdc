package dev.ocelot.packaging.archive;

import java.io.IOException;

/** A file of a tree could not be read; says which, since the archive is what fails. */
final class UnreadableEntryException extends IOException {
  private static final long serialVersionUID = 1L;

  private UnreadableEntryException(String message, IOException cause) {
    super(message, cause);
  }

  static UnreadableEntryException of(String name, IOException cause) {
    return new UnreadableEntryException(
        UnsafeArchiveException.quoted(name) + " cannot be read: " + ArchiveProblems.reason(cause),
        cause);
  }
}
