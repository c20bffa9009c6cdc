package dev.ocelot.packaging.source.git;

/**
 * One commit of a repository, and the name by which it was asked for.
 *
 * @param location the repository
 * @param ref what was asked for: a branch, a tag or the beginning of a commit's id
 * @param commit the commit's full id, 40 lower-case hexadecimal digits
 */
public record GitRevision(GitLocation location, String ref, String commit) {
  /** Refuses what is no commit's id. */
  public GitRevision {
    if (!commit.matches("[0-9a-f]{40}")) {
      throw new IllegalArgumentException("not a commit: " + commit);
    }
  }
}
