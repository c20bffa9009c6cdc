package dev.ocelot.packaging.archive;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers the entries of an archive, without their bytes. */
final class ArchiveListing implements ArchiveVisitor {
  private final List<ArchiveEntry> entries = new ArrayList<>();

  @Override
  public void entry(ArchiveEntry entry, InputStream content) {
    entries.add(entry);
  }

  @Override
  public void repeated(ArchiveEntry entry, String earlier) {
    entries.add(entry);
  }

  @Override
  public void end(Set<String> implied) {
    implied.forEach(
        name -> entries.add(new ArchiveEntry(name, ArchiveEntry.Kind.DIRECTORY, false, 0, "")));
    entries.sort(FileTreeBuilder.byUtf8Bytes(ArchiveEntry::name));
  }

  List<ArchiveEntry> entries() {
    return List.copyOf(entries);
  }
}
