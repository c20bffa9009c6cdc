package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.progress.BuildLog;
import java.nio.file.Path;
import java.util.List;

/** Runs the build script of one job to its end. */
interface BuildRoom {

  /**
   * Runs.
   *
   * @param files what the script finds
   * @param artifacts an empty folder; holds exactly what the script left as its artifacts
   *     afterwards, nothing unsafe among it
   * @param log gets what it prints
   * @throws dev.ocelot.problem.ProblemException {@code build-failed} when the script fails or takes
   *     too long, {@code archive-unsafe} for what it left
   * @throws dev.ocelot.packaging.process.CancelledException when the thread is interrupted
   */
  void run(Files files, Path artifacts, BuildLog log);

  /**
   * What a script finds.
   *
   * @param snapshot script and inputs
   * @param sources fetched files
   * @param functions the folder with the tag functions
   * @param command what is run in the snapshot's root
   */
  record Files(FileTree snapshot, FileTree sources, FileTree functions, List<String> command) {
    /** Keeps a copy. */
    public Files {
      command = List.copyOf(command);
    }
  }
}
