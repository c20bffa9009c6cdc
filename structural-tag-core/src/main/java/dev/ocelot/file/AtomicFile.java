package dev.ocelot.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a file so that at any moment, also after a kill, either the old or the new one is there
 * as a whole. The new bytes go to a hidden sibling that is renamed over the file; mode, owner and
 * group of an existing file are kept.
 *
 * <p>The sibling always has the same name, so whoever writes next removes what a kill left. Several
 * writers of one file must hold a lock ({@link FileLocks}).
 */
public final class AtomicFile {
  private static final String SUFFIX = ".ocelot-tmp";

  private final Path file;
  private final Path temporary;

  /**
   * For a file.
   *
   * @param file where it lies; not a link, which would be replaced
   */
  public AtomicFile(Path file) {
    this.file = file;
    this.temporary = file.resolveSibling("." + file.getFileName() + SUFFIX);
  }

  /**
   * The sibling that is renamed over the file.
   *
   * @return its path; nothing stands there while nobody writes
   */
  public Path temporary() {
    return temporary;
  }

  /**
   * Removes what a killed writer left.
   *
   * @throws IOException when it is there and cannot be removed
   */
  public void sweep() throws IOException {
    if (Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(temporary);
    }
  }

  /**
   * Writes the file.
   *
   * @param bytes its content
   * @throws IOException when that fails; the file is as before then
   */
  public void write(byte[] bytes) throws IOException {
    write(bytes, () -> true);
  }

  /** What is asked right before the rename. */
  @FunctionalInterface
  public interface Condition {
    /**
     * Whether the file may still be replaced.
     *
     * @return false to leave it
     * @throws IOException when that cannot be said
     */
    boolean holds() throws IOException;
  }

  /**
   * Writes the file, unless something has come between.
   *
   * @param bytes its content
   * @param condition asked right before the rename
   * @return whether it was written
   * @throws IOException when that fails; the file is as before then
   */
  public boolean write(byte[] bytes, Condition condition) throws IOException {
    try (Replacement replacement = stage(bytes)) {
      boolean holds = condition.holds();
      if (holds) {
        replacement.commit();
      }
      return holds;
    }
  }

  /** New bytes that lie beside the file. Closing it removes them where they were not committed. */
  public interface Replacement extends AutoCloseable {
    /**
     * Puts them in the file's place.
     *
     * @throws IOException when that fails; the file is as before then
     */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * Writes new bytes beside the file, so that nothing but a rename is left to do. Whoever replaces
   * several files stages all of them before the first is committed.
   *
   * @param bytes the file's new content
   * @return what is left to do; close it
   * @throws IOException when they cannot be written; nothing is left of them then
   */
  public Replacement stage(byte[] bytes) throws IOException {
    sweep();
    boolean staged = false;
    try {
      try (FileChannel out =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        keepAttributes();
        out.force(true);
      }
      staged = true;
      return new Staged();
    } finally {
      if (!staged) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private final class Staged implements Replacement {
    private boolean committed;

    @Override
    public void commit() throws IOException {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      committed = true;
    }

    @Override
    public void close() throws IOException {
      if (!committed) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private void keepAttributes() throws IOException {
    PosixFileAttributes old = attributes(file);
    PosixFileAttributes now = attributes(temporary);
    if (old == null || now == null) {
      return;
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    UserPrincipal owner = old.owner();
    GroupPrincipal group = old.group();
    if (!owner.equals(now.owner())) {
      view.setOwner(owner);
    }
    if (!group.equals(now.group())) {
      view.setGroup(group);
    }
    // Last: a change of owner can take bits away.
    view.setPermissions(old.permissions());
  }

  /** Null where there is no such file, or no such attributes on this system. */
  private static @Nullable PosixFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException | UnsupportedOperationException e) {
      return null;
    }
  }
}
