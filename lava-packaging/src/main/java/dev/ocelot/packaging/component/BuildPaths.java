package dev.ocelot.packaging.component;

import java.nio.file.Path;

/**
 * Where a build script finds things, as it sees them.
 *
 * @param source the snapshot of the repository; it begins here
 * @param work may be written, and is gone afterwards
 * @param artifacts what it leaves here is the result
 * @param sources fetched files
 * @param tags the folder of tag files
 * @param functions the file of tag functions
 */
record BuildPaths(
    String source, String work, String artifacts, String sources, String tags, String functions) {
  /** The name of the file of tag functions. */
  static final String FUNCTIONS_FILE = "tag-functions.sh";

  /** Below a folder that no system has. */
  static final BuildPaths IN_CONTAINER = below("/ocelot");

  /** Below a folder of this machine. */
  static BuildPaths below(Path folder) {
    return below(folder.toString());
  }

  private static BuildPaths below(String folder) {
    return new BuildPaths(
        folder + "/source",
        folder + "/work",
        folder + "/artifacts",
        folder + "/sources",
        folder + "/tags",
        folder + "/functions/" + FUNCTIONS_FILE);
  }

  /** The folder of the file of tag functions. */
  String functionsFolder() {
    return functions.substring(0, functions.lastIndexOf('/'));
  }
}
