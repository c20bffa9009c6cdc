package dev.ocelot.packaging.archive;

import java.io.InputStream;
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
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
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
    later(limits);
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
    later(limits);
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
    later(limits);
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
    return later(limits);
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
    return later(limits);
  }

  /**
   * The digest of what an archive holds.
   *
   * @param archive the archive
   * @return as {@link ContentDigest#of(FileTree)} of the extracted folder
   * @throws dev.ocelot.problem.ProblemException as {@link #extract(Path, Path)}
   */
  public String contentDigest(Path archive) {
    return later(limits);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T later(Object what) {
    if (what != null) {
      throw new UnsupportedOperationException();
    }
    throw new IllegalStateException();
  }
}
