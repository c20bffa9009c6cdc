package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.Optional;

/** Holds the paths and versions of Go modules to Go's rules: they become arguments of commands. */
final class ModuleText {
  private final Problems problems;

  ModuleText(Problems problems) {
    this.problems = problems;
  }

  /** Reads {@code path} or {@code path@version}. */
  Optional<DeclaredModule> module(String text, Location where) {
    int at = text.indexOf('@');
    String path = at < 0 ? text : text.substring(0, at);
    String version = at < 0 ? "" : text.substring(at + 1);
    if (!isPath(path, where) || (at >= 0 && !isVersion(version, path, where))) {
      return Optional.empty();
    }
    return Optional.of(new DeclaredModule(path, version, where));
  }

  boolean isPath(String path, Location where) {
    if (GoModulePath.isPath(path)) {
      return true;
    }
    problems.add(
        Problem.error(ProblemId.CONFIG_INVALID, "this is not the path of a Go module")
            .at(where)
            .comparing("\"" + path + "\"", GoModulePath.WORDS));
    return false;
  }

  boolean isVersion(String version, String path, Location where) {
    if (GoVersion.isVersion(version)) {
      if (GoVersion.fits(version, path)) {
        return true;
      }
      problems.add(
          wrong(path + " cannot have the version " + version, version, where, major(path)));
      return false;
    }
    Problem problem = wrong("this is not a version of " + path, version, where, GoVersion.WORDS);
    problems.add(problem.withRemedy(Remedy.advice(remedy(version, path))));
    return false;
  }

  private static Problem wrong(String message, String version, Location where, String wanted) {
    return Problem.error(ProblemId.CONFIG_INVALID, message)
        .at(where)
        .comparing("\"" + version + "\"", wanted);
  }

  private static String major(String path) {
    return GoModulePath.major(path)
        .map(major -> "v" + major + ", as the path ends in")
        .orElse("v0, v1, or a later one with +incompatible, as the path has no version suffix");
  }

  private static String remedy(String version, String path) {
    String prefixed = GoVersion.withPrefix(version);
    if (GoVersion.isVersion(prefixed) && GoVersion.fits(prefixed, path)) {
      return "Write " + prefixed + " for " + version;
    }
    return "Write the version that is meant: the same file must give the same layer tomorrow; go list"
        + " -m -versions "
        + path
        + " lists them";
  }
}
