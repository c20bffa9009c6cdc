package dev.ocelot.packaging.archive;

import dev.ocelot.problem.ProblemId;

/** The kinds of problem that archives have. */
public final class ProblemIds {

  /**
   * An archive or a folder to be packed holds something that could do harm or that would not come
   * out the same everywhere: a name that leaves the folder, a device, a bomb, two names that one
   * file system takes for one, an archive that is cut off.
   *
   * <p>It is the user's to mend: what Ocelot reads and packs is what a build script made or what
   * somebody declared as a source, so the same run gives the same problem on every machine.
   */
  public static final ProblemId ARCHIVE_UNSAFE = ProblemId.user("archive-unsafe");

  private ProblemIds() {}
}
