package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Remedy;
import java.util.List;

/** What to do about a command of Go that failed, as far as its last lines tell. */
final class GoAdvice {
  /** What every program of Go prints of such an error. */
  private static final String DISK_FULL = "no space left on device";

  /** What Go prints whenever a module is not the one that was vouched for. */
  private static final String OTHER_SUM = "SECURITY ERROR";

  /** Begins what Go prints of a sum that it could not compare. */
  private static final String COMPARING = "verifying ";

  private static final Remedy SEE_LOG =
      Remedy.advice("read the log; what Go says of a module is about its entry in go.mod");
  private static final Remedy OTHER_MODULE =
      Remedy.advice(
          "do not use this copy of the module: find out why GOPROXY has another than was vouched"
              + " for; a module of your own that no database knows is named in GOPRIVATE or"
              + " GONOSUMDB");
  private static final Remedy NO_DATABASE =
      Remedy.advice(
          "see that the checksum database of GOSUMDB can be reached; modules that it does not know"
              + " are named in GOPRIVATE or GONOSUMDB, and GOSUMDB=off asks none");

  private GoAdvice() {}

  /** By the last lines that it printed. */
  static Remedy of(List<String> lines) {
    if (holds(lines, DISK_FULL)) {
      return FileAccessProblem.MAKE_ROOM;
    }
    if (holds(lines, OTHER_SUM)) {
      return OTHER_MODULE;
    }
    return holds(lines, COMPARING) ? NO_DATABASE : SEE_LOG;
  }

  private static boolean holds(List<String> lines, String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }
}
