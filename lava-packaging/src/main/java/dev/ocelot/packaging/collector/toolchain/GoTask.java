package dev.ocelot.packaging.collector.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Commands of Go that run one after another in one workspace.
 *
 * @param purpose what they are for, such as {@code compiling minimal arm64}
 * @param workspace a private folder with a module; its sibling {@value #RESULTS} is made, and takes
 *     what commands write there
 * @param commands in order; the first that fails is the last
 */
public record GoTask(String purpose, Path workspace, List<Command> commands) {
  /** The name of the folder beside the workspace that commands write to. */
  public static final String RESULTS = "results";

  /**
   * One command.
   *
   * @param additions variables that it gets besides
   * @param arguments what comes after {@code go}
   */
  public record Command(Map<String, String> additions, List<String> arguments) {
    /** Keeps copies. */
    public Command {
      additions = Map.copyOf(additions);
      arguments = List.copyOf(arguments);
    }
  }

  /** Keeps a copy. */
  public GoTask {
    commands = List.copyOf(commands);
  }

  /**
   * What a command wrote.
   *
   * @param name of a file in {@value #RESULTS}
   * @return the file
   */
  public Path result(String name) {
    return workspace.resolveSibling(RESULTS).resolve(name);
  }
}
