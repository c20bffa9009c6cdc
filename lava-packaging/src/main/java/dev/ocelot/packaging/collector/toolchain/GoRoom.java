package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.progress.BuildLog;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs Go. For several threads.
 *
 * <p>Each method may throw {@link dev.ocelot.problem.ProblemException} with {@code build-failed},
 * which holds the last lines and the log's place.
 */
public interface GoRoom {

  /**
   * Runs commands that settle which modules are used; they may be downloaded.
   *
   * @param task the commands; {@code go.mod} and {@code go.sum} of its workspace are as they left
   *     them afterwards
   * @param modules a folder that is made, and takes the modules, when they would be gone otherwise
   * @param log gets what is printed
   * @return for each command the lines of its standard output
   */
  List<List<String>> settle(GoTask task, Path modules, BuildLog log);

  /**
   * Runs commands that need nothing but modules that were settled.
   *
   * @param task the commands
   * @param modules what {@link #settle} kept
   * @param log gets what is printed
   * @return for each command the lines of its standard output
   */
  List<List<String>> build(GoTask task, Path modules, BuildLog log);

  /**
   * The files of modules.
   *
   * @param modules what {@link #settle} kept
   * @return where to look
   */
  ModuleFiles files(Path modules);

  /**
   * Whether this is still the Go that it was when it was found. To be asked before anything is
   * built.
   *
   * @return false when it has to be found anew
   */
  boolean isCurrent();
}
