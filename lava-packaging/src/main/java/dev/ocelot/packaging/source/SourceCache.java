package dev.ocelot.packaging.source;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.lock.ProcessLock;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps fetched files by their digest, so that each is fetched once. Safe for several threads and
 * processes.
 *
 * <p>A file stands under its digest only when its bytes have it: it is fetched beside that place,
 * its digest taken on the way, and renamed. It is checked again each time it is asked for; one that
 * was damaged since is fetched anew. What a killed run left is overwritten by the next.
 */
public final class SourceCache {
  private final Path directory;
  private final Map<String, SourceFetcher> byScheme = new TreeMap<>();
  private final SourceLimits limits;
  private final Progress progress;
  private final Download.Opener opener;

  /**
   * A cache in a directory.
   *
   * @param directory where files are kept; made when it is missing
   * @param fetchers one for each scheme
   * @param limits what one file may cost
   * @param progress hears of each fetch
   */
  public SourceCache(
      Path directory, List<SourceFetcher> fetchers, SourceLimits limits, Progress progress) {
    this(directory, fetchers, limits, progress, Files::newOutputStream);
  }

  SourceCache(
      Path directory,
      List<SourceFetcher> fetchers,
      SourceLimits limits,
      Progress progress,
      Download.Opener opener) {
    this.directory = directory;
    this.limits = limits;
    this.progress = progress;
    this.opener = opener;
    for (SourceFetcher fetcher : fetchers) {
      fetcher.schemes().forEach(scheme -> byScheme.put(scheme, fetcher));
    }
  }

  /**
   * Fetches a source, unless it is here.
   *
   * @param source what is wanted
   * @return a file with exactly these bytes, which nobody may change
   * @throws ProblemException {@code source-invalid} when the address gives something else, {@code
   *     source-unavailable} when it gives nothing, {@code file-access} when it cannot be kept; the
   *     cache is as it was
   * @throws CancelledException when the thread is interrupted; it still is
   */
  public Path fetch(Source source) {
    try {
      Path file = directory.resolve(source.sha256());
      if (isWhole(file, source)) {
        return file;
      }
      SourceFetcher fetcher = fetcher(source);
      Path locks = Files.createDirectories(directory.resolve("locks"));
      ProcessLock lock = lock(locks.resolve(source.sha256()), source);
      try {
        // Another run may have fetched it while this one waited.
        return isWhole(file, source) ? file : download(source, fetcher, file);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(directory.toString(), "used", e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("fetch " + source.shownAddress());
    }
  }

  private ProcessLock lock(Path file, Source source) throws IOException, InterruptedException {
    return ProcessLock.acquire(file, LockWait.silent(limits.time()))
        .orElseThrow(
            () ->
                new ProblemException(
                    SourceProblems.unavailable(source, "another run is fetching it for too long")));
  }

  private SourceFetcher fetcher(Source source) {
    SourceFetcher fetcher = byScheme.get(source.scheme());
    if (fetcher == null) {
      throw new ProblemException(
          SourceProblems.unknownScheme(source, String.join(", ", byScheme.keySet())));
    }
    return fetcher;
  }

  /** Whether a file is there with the right bytes; one with others is removed. */
  private static boolean isWhole(Path file, Source source) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (Digest.SHA256.of(file).equals(source.sha256())) {
      return true;
    }
    Files.deleteIfExists(file);
    return false;
  }

  private Path download(Source source, SourceFetcher fetcher, Path file)
      throws IOException, InterruptedException {
    Path part = file.resolveSibling(source.sha256() + ".part");
    try {
      new Download(source, limits, progress, opener).into(part, fetcher);
      if (!part.toFile().setReadOnly()) {
        throw new ProblemException(
            Problem.error(ProblemId.FILE_ACCESS, "a fetched file cannot be made read-only")
                .at(Location.of(part.toString())));
      }
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
