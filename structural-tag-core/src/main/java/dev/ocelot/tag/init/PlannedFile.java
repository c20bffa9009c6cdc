package dev.ocelot.tag.init;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that will be created or edited.
 *
 * <p>Immutable: the bytes are copied in and out.
 */
public final class PlannedFile {
  private final String path;
  private final byte @Nullable [] before;
  private final byte[] after;
  private final boolean executable;

  private PlannedFile(String path, byte @Nullable [] before, byte[] after, boolean executable) {
    this.path = path;
    this.before = before;
    this.after = after.clone();
    this.executable = executable;
  }

  /** A script that does not exist yet. */
  static PlannedFile script(String path, byte[] content) {
    return new PlannedFile(path, null, content, true);
  }

  /** A file that does not exist yet. */
  static PlannedFile created(String path, byte[] content) {
    return new PlannedFile(path, null, content, false);
  }

  /** A file that exists. */
  static PlannedFile edited(String path, byte[] before, byte[] after) {
    return new PlannedFile(path, before.clone(), after, false);
  }

  /**
   * Where it lies.
   *
   * @return relative to the root
   */
  public String path() {
    return path;
  }

  /**
   * What it must hold when it is written.
   *
   * @return the bytes; empty when it must not exist
   */
  public Optional<byte[]> before() {
    return before == null ? Optional.empty() : Optional.of(before.clone());
  }

  /**
   * What it will hold.
   *
   * @return the bytes
   */
  public byte[] after() {
    return after.clone();
  }

  /**
   * Whether it can be run.
   *
   * @return true for a script
   */
  public boolean executable() {
    return executable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlannedFile file
        && path.equals(file.path)
        && Arrays.equals(before, file.before)
        && Arrays.equals(after, file.after)
        && executable == file.executable;
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, Arrays.hashCode(after));
  }

  @Override
  public String toString() {
    return (before == null ? "create " : "edit ") + path;
  }
}
