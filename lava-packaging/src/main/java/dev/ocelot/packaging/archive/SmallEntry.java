package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes of one file of an archive. */
final class SmallEntry implements ArchiveVisitor {
  private final String name;
  private final int mostBytes;
  private byte @Nullable [] found;
  private @Nullable String sameAs;

  /**
   * One file.
   *
   * @param name its name
   * @param mostBytes how many bytes it may have
   */
  SmallEntry(String name, int mostBytes) {
    this.name = name;
    this.mostBytes = mostBytes;
  }

  @Override
  public void entry(ArchiveEntry entry, InputStream content) throws IOException {
    if (!entry.name().equals(name) || entry.kind() != ArchiveEntry.Kind.FILE) {
      return;
    }
    if (entry.size() > mostBytes) {
      throw UnsafeArchiveException.entry(
          name, "is larger than " + mostBytes + " bytes", Advice.SHRINK);
    }
    found = content.readAllBytes();
  }

  @Override
  public void repeated(ArchiveEntry entry, String earlier) {
    if (entry.name().equals(name)) {
      sameAs = earlier;
    }
  }

  @Override
  public void end(Set<String> implied) {}

  Optional<byte[]> bytes() {
    return Optional.ofNullable(found);
  }

  /**
   * Where its bytes are, when it is only another name for an earlier file.
   *
   * @return that file's name
   */
  Optional<String> sameAs() {
    return Optional.ofNullable(sameAs);
  }
}
