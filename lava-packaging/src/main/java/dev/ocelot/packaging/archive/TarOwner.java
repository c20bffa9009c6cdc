package dev.ocelot.packaging.archive;

/**
 * Whom an entry of a tar archive belongs to. Names are never written, so a reader goes by the
 * numbers.
 *
 * @param uid the user, 0 or more
 * @param gid the group, 0 or more
 */
public record TarOwner(int uid, int gid) {
  /** Whom everything belongs to that nobody else is named for. */
  public static final TarOwner ROOT = new TarOwner(0, 0);

  /** Refuses negative numbers. */
  public TarOwner {
    if (uid < 0 || gid < 0) {
      throw new IllegalArgumentException("not an owner: " + uid + ":" + gid);
    }
  }
}
