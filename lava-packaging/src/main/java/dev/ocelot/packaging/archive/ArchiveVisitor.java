package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Is shown the entries of an archive, after each was found harmless. */
interface ArchiveVisitor {

  /**
   * An entry.
   *
   * @param entry the entry; where its link leads is only checked at the end
   * @param content the bytes of a file, valid during the call; empty for others
   * @throws IOException when reading or using the bytes fails
   */
  void entry(ArchiveEntry entry, InputStream content) throws IOException;

  /**
   * A file with the content of one that was shown before (a hard link).
   *
   * @param entry the entry
   * @param earlier the name of the other file
   * @throws IOException when using the bytes fails
   */
  void repeated(ArchiveEntry entry, String earlier) throws IOException;

  /**
   * The archive's end was reached, and everything in it is harmless.
   *
   * @param implied folders that were on the way to entries but no entries themselves, parents first
   * @throws IOException when the end cannot be dealt with
   */
  void end(Set<String> implied) throws IOException;
}
