package dev.ocelot.tag.explain;

import dev.ocelot.tag.Tag;
import java.util.List;
import java.util.Optional;

/** What a repository remembers of the time at which a tag was declared. */
public interface TagHistory {
  /** Remembers nothing. */
  TagHistory NONE = (file, key, tag) -> List.of();

  /**
   * Revisions whose files a declared tag may have been computed from. Nothing is promised about
   * them: the caller computes the tag again and takes the first revision that gives it.
   *
   * @param declaredTagsFile the file of declared tags, relative to the root
   * @param declaredKey the key, such as {@code CONDITIONAL_BUILD_ANGLE_TAG}
   * @param declared the value that stands there now
   * @return a few, the one that set the value first; empty when there is no history
   */
  List<Revision> revisions(String declaredTagsFile, String declaredKey, Tag declared);

  /** The files of a repository as they were. */
  interface Revision {
    /**
     * The name by which a reader can look it up.
     *
     * @return such as an abbreviated commit id
     */
    String id();

    /**
     * The bytes of a file.
     *
     * @param path relative to the root
     * @return the bytes; empty when there was no regular file of this name
     */
    Optional<byte[]> read(String path);

    /**
     * The regular files below a folder.
     *
     * @param folder relative to the root, without a final slash
     * @return their paths relative to the root, in byte order; empty when there was no such folder
     */
    List<String> list(String folder);
  }
}
