package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.docker.ContainerSpec.User;
import dev.ocelot.packaging.process.ProcessInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A tar stream of empty directories.
 *
 * <p>This is how a container gets a place to write without a mount and without a root file system
 * that anybody may write to: the engine unpacks a stream as root with the owners that the stream
 * names, so the user finds directories of its own among those that belong to root.
 */
final class DirectoryTar implements ProcessInput {
  private static final int MODE = 0755;

  /** Names to owners, so that each is written once and those above come first. */
  private final Map<String, @Nullable User> directories = new TreeMap<>();

  private DirectoryTar() {}

  /** A directory of root's. */
  static DirectoryTar ofRoot(ContainerPath path) {
    DirectoryTar tar = new DirectoryTar();
    tar.add(path, null);
    return tar;
  }

  /** Directories of a user, below directories of root's. */
  static DirectoryTar ofUser(List<ContainerPath> paths, User user) {
    DirectoryTar tar = new DirectoryTar();
    paths.forEach(path -> tar.add(path, user));
    return tar;
  }

  private void add(ContainerPath path, @Nullable User owner) {
    path.chain().forEach(name -> directories.putIfAbsent(name, null));
    List<String> chain = path.chain();
    if (owner != null) {
      directories.put(chain.get(chain.size() - 1), owner);
    }
  }

  @Override
  public void writeTo(OutputStream stdin) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(stdin)) {
      for (Map.Entry<String, @Nullable User> directory : directories.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(directory.getKey() + "/");
        User owner = directory.getValue();
        entry.setIds(owner == null ? 0 : owner.uid(), owner == null ? 0 : owner.gid());
        entry.setUserName("");
        entry.setGroupName("");
        entry.setMode(MODE);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
    }
  }
}
