package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.source.git.CommitTree.Unsafe;
import dev.ocelot.packaging.store.FileTreeRemoval;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One attempt to write a commit's files into a folder.
 *
 * @param failure why the mirror could not give them; empty for a success
 */
record CheckoutRun(String failure) {

  /** Writes the files; the folder is whole afterwards, or of no use. */
  static CheckoutRun of(GitMirror mirror, GitRevision revision, Path folder) throws IOException {
    FileTreeRemoval.remove(folder);
    Optional<String> treeId = mirror.treeId(revision.commit());
    Optional<String> listing = mirror.listing(revision.commit());
    Optional<CommitTree> tree = listing.flatMap(CommitTree::read);
    if (treeId.isEmpty() || tree.isEmpty()) {
      return new CheckoutRun("commit " + revision.commit() + " cannot be listed");
    }
    refuse(revision, tree.get().unsafeName());
    Checkout checkout = new Checkout(folder);
    Files.createDirectories(checkout.tree());
    TreeWriter writer = new TreeWriter(checkout.tree());
    try {
      ProcessResult result = mirror.blobs(tree.get().entries(), writer);
      if (!result.succeeded()) {
        return new CheckoutRun(String.join(", ", result.tail()));
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof DamagedMirrorException damage) {
        return new CheckoutRun(String.valueOf(damage.getMessage()));
      }
      throw e.getCause();
    } catch (InvalidPathException e) {
      refuse(revision, Optional.of(new Unsafe(e.getInput(), "is no name in this locale")));
    }
    refuse(revision, CommitTree.unsafeLink(writer.links()));
    writer.finish();
    checkout.mark(revision.commit(), treeId.get(), listing.get());
    return checkout.isWhole(revision.commit())
        ? new CheckoutRun("")
        : new CheckoutRun("what was written is not what the commit holds");
  }

  private static void refuse(GitRevision revision, Optional<Unsafe> unsafe) {
    unsafe.ifPresent(
        found -> {
          throw new ProblemException(GitProblems.unsafe(revision, found.path(), found.reason()));
        });
  }

  boolean succeeded() {
    return failure.isEmpty();
  }

  void orProblem() {
    if (!succeeded()) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "a commit cannot be checked out: " + failure)
              .withRemedy(Remedy.advice("See that the disk of the cache has room, and run again")));
    }
  }
}
