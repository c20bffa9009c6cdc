package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Digests the entries of an archive as {@link ContentDigest} does those of a tree. */
final class ArchiveDigest implements ArchiveVisitor {
  private static final byte[] NOTHING = {};

  private final List<EntryDigest> digests = new ArrayList<>();
  private final Map<String, EntryDigest> files = new HashMap<>();
  private String text = "";

  @Override
  public void entry(ArchiveEntry entry, InputStream content) throws IOException {
    switch (entry.kind()) {
      case DIRECTORY -> add(entry.name(), TreeEntry.DIRECTORY_MODE, NOTHING);
      case LINK ->
          add(entry.name(), TreeEntry.LINK_MODE, entry.target().getBytes(StandardCharsets.UTF_8));
      case FILE -> {
        EntryDigest.Running running = new EntryDigest.Running();
        byte[] buffer = new byte[64 << 10];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
          running.update(buffer, count);
        }
        EntryDigest digest = running.end(entry.name(), TreeEntry.fileMode(entry.executable()));
        files.put(entry.name(), digest);
        digests.add(digest);
      }
    }
  }

  @Override
  public void repeated(ArchiveEntry entry, String earlier) {
    EntryDigest same = java.util.Objects.requireNonNull(files.get(earlier)).renamed(entry.name());
    files.put(entry.name(), same);
    digests.add(same);
  }

  @Override
  public void end(Set<String> implied) {
    implied.forEach(name -> add(name, TreeEntry.DIRECTORY_MODE, NOTHING));
    text = EntryDigest.ofAll(digests);
  }

  /**
   * The digest.
   *
   * @return 64 lower-case hex digits, once the archive was read
   */
  String text() {
    return text;
  }

  private void add(String name, int mode, byte[] content) {
    digests.add(EntryDigest.of(name, mode, content));
  }
}
