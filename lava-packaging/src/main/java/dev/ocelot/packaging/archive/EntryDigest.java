package dev.ocelot.packaging.archive;

import dev.ocelot.digest.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * What one entry adds to the digest of a tree: complete once the entry was read, so that archives
 * can be digested in their own order.
 */
final class EntryDigest {
  private final String name;
  private final int mode;
  private final long size;
  private final byte[] content;

  private EntryDigest(String name, int mode, long size, byte[] content) {
    this.name = name;
    this.mode = mode;
    this.size = size;
    this.content = content;
  }

  static EntryDigest of(String name, int mode, byte[] content) {
    Running running = new Running();
    running.update(content, content.length);
    return running.end(name, mode);
  }

  /**
   * The digest of a tree.
   *
   * @param digests its entries, in any order
   * @return 64 lower-case hex digits
   */
  static String ofAll(List<EntryDigest> digests) {
    List<EntryDigest> sorted = new ArrayList<>(digests);
    sorted.sort(FileTreeBuilder.byUtf8Bytes(digest -> digest.name));
    MessageDigest all = Digest.SHA256.begin();
    sorted.forEach(digest -> all.update(digest.record()));
    return Digest.end(all);
  }

  /**
   * The same content under another name.
   *
   * @param other the name
   * @return a copy
   */
  EntryDigest renamed(String other) {
    return new EntryDigest(other, mode, size, content);
  }

  private byte[] record() {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(24 + nameBytes.length + content.length)
        .putLong(nameBytes.length)
        .put(nameBytes)
        .putLong(mode)
        .putLong(size)
        .put(content)
        .array();
  }

  /** An entry that is being read. */
  static final class Running {
    private final MessageDigest content = Digest.SHA256.begin();
    private long size;

    void update(byte[] bytes, int count) {
      content.update(bytes, 0, count);
      size += count;
    }

    EntryDigest end(String name, int mode) {
      return new EntryDigest(name, mode, size, content.digest());
    }
  }
}
