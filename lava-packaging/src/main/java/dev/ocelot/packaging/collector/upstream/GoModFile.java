package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A {@code go.mod} file.
 *
 * @param module the module's path
 * @param go the oldest Go that can build it, such as {@code 1.24.2}; empty when it says none
 * @param toolchain the Go that it would rather have, such as {@code go1.24.4}; empty when it says
 *     none
 * @param requires what it requires, in its order
 * @param replaces what it takes from elsewhere
 * @param excludes what it never takes
 */
public record GoModFile(
    String module,
    String go,
    String toolchain,
    List<Require> requires,
    List<Replace> replaces,
    List<Exclude> excludes) {

  /**
   * One required module.
   *
   * @param path the module
   * @param version at least this
   * @param indirect whether only other modules need it
   * @param location where it stands
   */
  public record Require(String path, String version, boolean indirect, Location location) {}

  /**
   * One replaced module.
   *
   * @param path the module
   * @param version which; empty for all
   * @param target a module or a folder
   * @param targetVersion of the module; empty for a folder
   * @param location where it stands
   */
  public record Replace(
      String path, String version, String target, String targetVersion, Location location) {}

  /**
   * One excluded module.
   *
   * @param path the module
   * @param version which
   * @param location where it stands
   */
  public record Exclude(String path, String version, Location location) {}

  /** Keeps copies. */
  public GoModFile {
    requires = List.copyOf(requires);
    replaces = List.copyOf(replaces);
    excludes = List.copyOf(excludes);
  }

  static Optional<GoModFile> read(SourceText text, Problems problems) {
    return new GoModReader(text, problems).read();
  }

  /**
   * The required version of a module.
   *
   * @param path the module
   * @return of several lines the first; empty when it is not required
   */
  public Optional<String> versionOf(String path) {
    return requires.stream()
        .filter(require -> require.path().equals(path))
        .map(Require::version)
        .findFirst();
  }
}
