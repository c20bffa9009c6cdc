package dev.ocelot.packaging.source.git;

/**
 * One file of a commit.
 *
 * @param kind what it is
 * @param id git's digest of its content
 * @param path relative to the commit's root
 */
record TreeEntry(Kind kind, String id, String path) {
  enum Kind {
    FILE,
    PROGRAM,
    LINK
  }
}
