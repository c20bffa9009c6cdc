package dev.ocelot.packaging.source.git;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.lock.ProcessLock;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.FileTreeRemoval;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A cache of repositories and of the commits that were checked out of them. Safe for several
 * threads and processes.
 *
 * <p>A commit is fetched without history where the server allows it. A checkout stands in its place
 * only when it is whole, is checked each time it is asked for, and is made anew when somebody
 * changed it. Submodules are not followed, and nothing of a repository is run.
 */
public final class GitCheckouts {
  private static final int FEWEST_DIGITS = 4;

  private final Path cache;
  private final GitCommandLine git;
  private final Network network;
  private final GitLimits limits;
  private final Progress progress;

  /** Whether repositories may be asked. */
  public enum Network {
    /** They may. */
    ONLINE,
    /**
     * Only the cache may; what a name stood for when it was last asked for is what it stands for.
     */
    OFFLINE
  }

  /**
   * A cache in a folder.
   *
   * @param cache where repositories and checkouts are kept; made when it is missing
   * @param processes starts git
   * @param environment the variables of this process
   * @param network whether repositories may be asked
   * @param progress hears of each fetch
   */
  public GitCheckouts(
      Path cache,
      ProcessRunner processes,
      Map<String, String> environment,
      Network network,
      Progress progress) {
    this.cache = cache;
    this.limits = GitLimits.USUAL;
    this.git = new GitCommandLine(processes, environment, limits);
    this.network = network;
    this.progress = progress;
  }

  /**
   * Finds the commit that a name stands for and brings it into the cache.
   *
   * @param location the repository
   * @param ref a branch, a tag, or a commit by four or more digits of its id; a branch goes before
   *     a tag of one name
   * @return the commit
   * @throws ProblemException {@code unknown-ref} when there is none or it is not the only one,
   *     {@code upstream-unreachable} when the repository does not answer
   * @throws CancelledException when the thread is interrupted; it still is
   */
  public GitRevision resolve(GitLocation location, String ref) {
    if (!ref.matches("[^\\p{Cntrl}\\s~^:?*\\[\\\\-][^\\p{Cntrl}\\s~^:?*\\[\\\\]*")
        || ref.contains("..")
        || ref.contains("@{")) {
      throw new ProblemException(GitProblems.notARef(ref));
    }
    return locked(location, mirror -> new GitRevision(location, ref, find(mirror, location, ref)));
  }

  private String find(GitMirror mirror, GitLocation location, String ref) throws IOException {
    String commit = ref.matches("[0-9a-fA-F]{40}") ? ref.toLowerCase(Locale.ROOT) : "";
    if (!commit.isEmpty() && mirror.has(commit)) {
      return commit;
    }
    if (network == Network.OFFLINE) {
      return offline(mirror, location, ref);
    }
    mirror.prepare();
    if (commit.isEmpty()) {
      RemoteRefs refs = mirror.remoteRefs();
      Optional<String> named = refs.find(ref);
      commit = named.isPresent() ? named.get() : beginning(mirror, location, ref, refs);
    }
    bring(mirror, location, ref, commit);
    mirror.remember(ref, commit);
    return commit;
  }

  private static String offline(GitMirror mirror, GitLocation location, String ref) {
    Optional<String> known = mirror.remembered(ref);
    if (known.isEmpty()) {
      throw new ProblemException(GitProblems.offline(location, "'" + ref + "'"));
    }
    return known.get();
  }

  /** The one commit whose id begins so, which only the whole history can tell. */
  private String beginning(GitMirror mirror, GitLocation location, String ref, RemoteRefs refs)
      throws IOException {
    String digits = ref.toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{" + FEWEST_DIGITS + ",39}")) {
      throw new ProblemException(GitProblems.unknownRef(location, ref, refs.names()));
    }
    List<String> commits = mirror.isWhole() ? mirror.commitsBeginningWith(digits) : List.of();
    if (commits.isEmpty()) {
      fetching(location, job -> mirror.fetchAll(job::line));
      commits = mirror.commitsBeginningWith(digits);
    }
    if (commits.isEmpty()) {
      throw new ProblemException(GitProblems.unknownRef(location, ref, refs.names()));
    }
    if (commits.size() > 1) {
      throw new ProblemException(GitProblems.ambiguous(location, ref, commits));
    }
    return commits.get(0);
  }

  private void bring(GitMirror mirror, GitLocation location, String ref, String commit)
      throws IOException {
    if (mirror.has(commit)) {
      return;
    }
    fetching(
        location,
        job -> {
          ProcessResult alone = mirror.fetchCommit(commit, job::line);
          if (!alone.succeeded() && !mirror.hasOther(commit)) {
            mirror.fetchAll(job::line);
          }
        });
    if (mirror.hasOther(commit)) {
      throw new ProblemException(GitProblems.noCommit(location, ref));
    }
    if (!mirror.has(commit)) {
      throw new ProblemException(
          GitProblems.unknownRef(location, ref, mirror.remoteRefs().names()));
    }
  }

  /**
   * The files of a commit.
   *
   * @param revision the commit
   * @return a folder with exactly the commit's files, which nobody may change
   * @throws ProblemException {@code checkout-unsafe} when the commit holds what must not be
   *     written, {@code upstream-unreachable} when it is not in the cache and cannot be fetched,
   *     {@code file-access} when the cache cannot be written
   * @throws CancelledException when the thread is interrupted; it still is
   */
  public Path checkout(GitRevision revision) {
    return locked(
        revision.location(),
        mirror -> {
          Path place = folder(revision.location()).resolve(revision.commit());
          Checkout checkout = new Checkout(place);
          if (!checkout.isWhole(revision.commit())) {
            FileTreeRemoval.remove(place);
            write(mirror, revision, place);
          }
          return checkout.tree();
        });
  }

  private void write(GitMirror mirror, GitRevision revision, Path place) throws IOException {
    need(mirror, revision);
    Path part = place.resolveSibling(revision.commit() + ".part");
    try {
      if (!CheckoutRun.of(mirror, revision, part).succeeded()) {
        // The mirror has lost something: only a new one helps.
        if (network == Network.ONLINE) {
          mirror.discard();
        }
        need(mirror, revision);
        CheckoutRun.of(mirror, revision, part).orProblem();
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTreeRemoval.remove(part);
    }
  }

  private void need(GitMirror mirror, GitRevision revision) throws IOException {
    if (mirror.has(revision.commit())) {
      return;
    }
    if (network == Network.OFFLINE) {
      throw new ProblemException(
          GitProblems.offline(revision.location(), "commit " + revision.commit()));
    }
    // It was here when it was resolved, so the mirror was removed or has lost something since.
    mirror.discard();
    mirror.prepare();
    bring(mirror, revision.location(), revision.ref(), revision.commit());
  }

  private void fetching(GitLocation location, Fetch fetch) throws IOException {
    JobProgress job = progress.started("fetch " + location.shown(), Amount.unknown());
    Outcome outcome = Outcome.failed("failed");
    try {
      fetch.run(job);
      outcome = Outcome.done("fetched");
    } catch (CancelledException e) {
      outcome = Outcome.cancelled();
      throw e;
    } finally {
      job.finished(outcome);
    }
  }

  private Path folder(GitLocation location) {
    return cache.resolve(Digest.SHA256.of(location.identity()).substring(0, 32));
  }

  private <T> T locked(GitLocation location, Work<T> work) {
    Path folder = folder(location);
    try {
      Files.createDirectories(folder);
      String[] holder = {"another run"};
      LockWait wait = new LockWait(limits.network(), who -> holder[0] = who);
      Optional<ProcessLock> lock = ProcessLock.acquire(folder.resolve("lock"), wait);
      if (lock.isEmpty()) {
        throw new ProblemException(GitProblems.busy(location, holder[0]));
      }
      try {
        return work.run(new GitMirror(folder.resolve("mirror"), location, git));
      } finally {
        lock.get().close();
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(folder.toString(), "used", e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("fetch " + location.shown());
    }
  }

  /** Something that is done while the lock is held. */
  private interface Work<T> {
    T run(GitMirror mirror) throws IOException;
  }

  /** Something that talks to the repository. */
  private interface Fetch {
    void run(JobProgress job) throws IOException;
  }
}
