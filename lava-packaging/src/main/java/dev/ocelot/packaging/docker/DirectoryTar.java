package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.FileTreeBuilder;
import dev.ocelot.packaging.archive.TarOwner;
import dev.ocelot.packaging.archive.TarStream;
import dev.ocelot.packaging.docker.ContainerSpec.User;
import dev.ocelot.packaging.process.ProcessInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tar stream of empty directories.
 *
 * <p>This is how a container gets a place to write without a mount and without a root file system
 * that anybody may write to: the engine unpacks a stream as root with the owners that the stream
 * names, so the user finds directories of its own among those that belong to root.
 */
final class DirectoryTar implements ProcessInput {
  private final FileTree directories;
  private final Set<String> owned;
  private final TarOwner owner;

  private DirectoryTar(List<ContainerPath> paths, TarOwner owner) {
    this.owned = paths.stream().map(ContainerPath::belowRoot).collect(Collectors.toSet());
    this.owner = owner;
    FileTreeBuilder tree = FileTree.builder();
    owned.forEach(tree::directory);
    this.directories = tree.build();
  }

  /** A directory of root's. */
  static DirectoryTar ofRoot(ContainerPath path) {
    return new DirectoryTar(List.of(path), TarOwner.ROOT);
  }

  /** Directories of a user, below directories of root's. */
  static DirectoryTar ofUser(List<ContainerPath> paths, User user) {
    return new DirectoryTar(paths, new TarOwner(user.uid(), user.gid()));
  }

  @Override
  public void writeTo(OutputStream stdin) throws IOException {
    TarStream.write(directories, stdin, 0, name -> owned.contains(name) ? owner : TarOwner.ROOT);
  }
}
