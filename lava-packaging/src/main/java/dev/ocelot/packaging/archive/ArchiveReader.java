package dev.ocelot.packaging.archive;

import dev.ocelot.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads zip and tar archives (plain, gzip, Zstandard) that nobody vouches for.
 *
 * <p>The format is told by the first bytes, not by the name. Each method that reads an archive
 * throws {@code archive-unsafe}, naming the entry, for names that leave the folder or that are not
 * portable, links that leave it, devices, FIFOs, set-user-id bits, bombs, names that occur twice
 * (also when only case or Unicode form differ), headers that contradict each other, and archives
 * that are cut off or have something after their end.
 */
public final class ArchiveReader {
  private final ExtractionLimits limits;

  /**
   * A reader.
   *
   * @param limits how much may come out
   */
  public ArchiveReader(ExtractionLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks an archive. Modes become 0755 and 0644; times and owners are not restored.
   *
   * @param archive the archive
   * @param folder an empty folder; it is empty again after a failure
   * @throws dev.ocelot.problem.ProblemException {@code archive-unsafe}, or {@code file-access} when
   *     something cannot be read or written
   */
  public void extract(Path archive, Path folder) {
    try {
      requireEmpty(folder);
      undoing(folder, () -> read(archive, new Extraction(folder)));
    } catch (IOException e) {
      throw problem("cannot unpack", archive.toString(), e);
    }
  }

  /**
   * Unpacks a plain tar archive from a stream, which is read to its end and not closed.
   *
   * @param tar the stream
   * @param shownAs what to call it in problems
   * @param folder an empty folder; it is empty again after a failure
   * @throws dev.ocelot.problem.ProblemException as {@link #extract(Path, Path)}
   */
  public void extractTar(InputStream tar, String shownAs, Path folder) {
    extractTar(tar, shownAs, "", folder);
  }

  /**
   * Unpacks what lies below one folder of a plain tar archive, as engines wrap what they copy out.
   *
   * @param tar the stream, which is read to its end and not closed
   * @param shownAs what to call it in problems
   * @param top the folder within the archive, whose name is taken off; an entry elsewhere is {@code
   *     archive-unsafe}
   * @param folder an empty folder; it is empty again after a failure
   * @throws dev.ocelot.problem.ProblemException as {@link #extract(Path, Path)}
   */
  public void extractTar(InputStream tar, String shownAs, String top, Path folder) {
    try {
      requireEmpty(folder);
      CountedStream in = new CountedStream(new BufferedInputStream(tar, 64 << 10));
      ArchiveGuard guard = new ArchiveGuard(limits, new Extraction(folder), in::count);
      undoing(folder, () -> new TarReader(in, top, guard).read());
    } catch (IOException e) {
      throw problem("cannot unpack", shownAs, e);
    }
  }

  /**
   * Lists an archive after reading it as critically as {@link #extract(Path, Path)} does.
   *
   * @param archive the archive
   * @return the entries and the folders on the way to them, sorted by the UTF-8 bytes of their
   *     names
   * @throws dev.ocelot.problem.ProblemException as {@link #extract(Path, Path)}
   */
  public List<ArchiveEntry> list(Path archive) {
    ArchiveListing listing = new ArchiveListing();
    visit(archive, listing);
    return listing.entries();
  }

  /**
   * Reads one small file out of an archive.
   *
   * @param archive the archive
   * @param name the name of a regular file within it
   * @param mostBytes how many bytes it may have
   * @return its bytes, or nothing when the archive has no such file
   * @throws dev.ocelot.problem.ProblemException as {@link #extract(Path, Path)}, also when the file
   *     has more bytes
   */
  public Optional<byte[]> readEntry(Path archive, String name, int mostBytes) {
    SmallEntry entry = new SmallEntry(name, mostBytes);
    visit(archive, entry);
    Optional<String> sameAs = entry.sameAs();
    return sameAs.isPresent() ? readEntry(archive, sameAs.get(), mostBytes) : entry.bytes();
  }

  /**
   * The digest of what an archive holds.
   *
   * @param archive the archive
   * @return as {@link ContentDigest#of(FileTree)} of the extracted folder
   * @throws dev.ocelot.problem.ProblemException as {@link #extract(Path, Path)}
   */
  public String contentDigest(Path archive) {
    ArchiveDigest digest = new ArchiveDigest();
    visit(archive, digest);
    return digest.text();
  }

  private interface Reading {
    void run() throws IOException;
  }

  private void visit(Path archive, ArchiveVisitor visitor) {
    try {
      read(archive, visitor);
    } catch (IOException e) {
      throw problem("cannot read", archive.toString(), e);
    }
  }

  private void read(Path archive, ArchiveVisitor visitor) throws IOException {
    // Opening a FIFO would wait for somebody to write into it.
    if (!Files.isRegularFile(archive)) {
      throw new NoSuchFileException(archive.toString(), null, "it is no regular file");
    }
    try (SeekableByteChannel file = Files.newByteChannel(archive)) {
      ArchiveSignature signature = ArchiveSignature.of(file);
      if (signature == ArchiveSignature.ZIP) {
        new ZipReader(file, limits).read(visitor);
        return;
      }
      CountedStream in = new CountedStream(Channels.newInputStream(file));
      try (InputStream tar = signature.unpack(in)) {
        new TarReader(tar, "", new ArchiveGuard(limits, visitor, in::count)).read();
      }
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        throw new DirectoryNotEmptyException(folder.toString());
      }
    }
  }

  private static void undoing(Path folder, Reading reading) throws IOException {
    try {
      reading.run();
    } catch (IOException | RuntimeException | Error e) {
      try {
        Extraction.empty(folder);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private static ProblemException problem(String doing, String shownAs, IOException e) {
    IOException cause =
        e instanceof EOFException ? UnsafeArchiveException.damaged("is cut off") : e;
    return ArchiveProblems.of(doing + " " + shownAs, shownAs, cause);
  }
}
