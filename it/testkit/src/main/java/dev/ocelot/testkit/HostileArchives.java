package dev.ocelot.testkit;

import java.util.List;

/** Archives made by hand that a careful reader must refuse, with what the refusal must say. */
public final class HostileArchives {
  private HostileArchives() {}

  /**
   * Plain tar archives.
   *
   * @return one for each thing that can be wrong; a reason may be several, separated by bars
   */
  public static List<HostileArchive> tars() {
    return HostileTars.all();
  }

  /**
   * Zip files.
   *
   * @return one for each thing that can be wrong; a reason may be several, separated by bars
   */
  public static List<HostileArchive> zips() {
    return HostileZips.all();
  }
}
