package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The digest of what a tree holds, whatever it is packed in. */
public final class ContentDigest {
  private ContentDigest() {}

  /**
   * SHA-256 over the entries, sorted by the UTF-8 bytes of their names: for each, the length of the
   * name (8 bytes, most significant first), the name, the mode (8 bytes), the size (8 bytes), and
   * the SHA-256 of the content; a link's content is its target. {@link ArchiveReader#contentDigest}
   * gives the same for an archive of the tree.
   *
   * @param tree the tree
   * @return 64 lower-case hex digits
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when a file cannot be read or
   *     has changed since the tree was made
   */
  public static String of(FileTree tree) {
    try {
      List<EntryDigest> digests = new ArrayList<>();
      for (TreeEntry entry : tree.entries()) {
        digests.add(digest(entry));
      }
      return EntryDigest.ofAll(digests);
    } catch (IOException e) {
      throw ArchiveProblems.of("cannot digest the files", "", e);
    }
  }

  private static EntryDigest digest(TreeEntry entry) throws IOException {
    if (entry instanceof TreeEntry.RegularFile file) {
      EntryDigest.Running running = new EntryDigest.Running();
      try {
        for (long i = 0; i < Chunk.count(file.size()); i++) {
          byte[] bytes = Chunk.read(file.content(), i, 0).bytes();
          running.update(bytes, bytes.length);
        }
      } catch (IOException e) {
        throw UnreadableEntryException.of(file.name(), e);
      }
      return running.end(file.name(), file.mode());
    }
    String target = entry instanceof TreeEntry.SymbolicLink link ? link.target() : "";
    return EntryDigest.of(entry.name(), entry.mode(), target.getBytes(StandardCharsets.UTF_8));
  }
}
