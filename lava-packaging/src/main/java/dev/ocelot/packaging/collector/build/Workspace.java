package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.FileTreeBuilder;
import dev.ocelot.packaging.archive.TreeCopy;
import dev.ocelot.packaging.archive.TreeEntry;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A private copy of the upstream's {@code collector} folder with a repository's files laid over.
 */
final class Workspace {
  private static final List<String> SETTLED = List.of("go.mod", "go.sum");

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a workspace.
   *
   * @param upstream what is copied
   * @param overlay what is laid over it
   * @param folder does not exist yet
   * @return the workspace
   */
  static Workspace make(Upstream upstream, List<OverlayFile> overlay, Path folder) {
    Set<String> replaced = overlay.stream().map(OverlayFile::target).collect(Collectors.toSet());
    FileTreeBuilder tree = FileTree.builder();
    for (TreeEntry entry : FileTree.scan(upstream.collector()).entries()) {
      if (entry instanceof TreeEntry.RegularFile file) {
        if (!replaced.contains(file.name())) {
          tree.file(file.name(), upstream.collector().resolve(file.name()));
        }
      } else if (entry instanceof TreeEntry.SymbolicLink link) {
        tree.link(link.name(), link.target());
      } else {
        tree.directory(entry.name());
      }
    }
    overlay.forEach(file -> tree.file(file.target(), file.content(), false));
    try {
      TreeCopy.write(tree.build(), folder);
    } catch (IOException e) {
      throw failure(folder, e);
    }
    return new Workspace(folder);
  }

  Path folder() {
    return folder;
  }

  /** Keeps what Go settled. */
  void keepSettled(Path output) {
    copy(folder, output);
  }

  /** Puts in what Go settled before. */
  void putSettled(Path kept) {
    copy(kept, folder);
  }

  private static void copy(Path from, Path to) {
    for (String name : SETTLED) {
      try {
        Files.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
      } catch (IOException e) {
        throw failure(to.resolve(name), e);
      }
    }
  }

  private static ProblemException failure(Path place, IOException e) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "the workspace of a layer cannot be made: " + e)
            .at(Location.of(place.toString()))
            .withRemedy(FileAccessProblem.MAKE_ROOM),
        e);
  }
}
