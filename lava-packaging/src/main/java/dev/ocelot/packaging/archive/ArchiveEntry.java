package dev.ocelot.packaging.archive;

/**
 * An entry as an archive describes it.
 *
 * @param name the name, without a slash at its end
 * @param kind what it is
 * @param executable whether it is a file that can be run
 * @param size the bytes of a file, else 0
 * @param target where a link points, else empty
 */
public record ArchiveEntry(String name, Kind kind, boolean executable, long size, String target) {
  /** What an entry can be. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A folder. */
    DIRECTORY,
    /** A symbolic link. */
    LINK
  }
}
