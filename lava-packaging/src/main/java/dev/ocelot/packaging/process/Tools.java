package dev.ocelot.packaging.process;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds programs on {@code PATH}. An empty or relative entry of it is not searched. */
public final class Tools {
  private final String path;

  /**
   * Searches the {@code PATH} of an environment.
   *
   * @param environment names to values
   */
  public Tools(Map<String, String> environment) {
    this.path = environment.getOrDefault("PATH", "");
  }

  /**
   * Finds a program.
   *
   * @param name its name
   * @return where it is, the first of several
   * @throws ProblemException {@code tool-missing} when it is nowhere
   */
  public Path find(String name) {
    return find(name, "Install " + name + ", or put the directory that holds it on PATH");
  }

  /**
   * Finds a program.
   *
   * @param name its name
   * @param remedy what to do when it is missing, as in {@link Remedy#advice}
   * @return where it is, the first of several
   * @throws ProblemException {@code tool-missing} when it is nowhere
   */
  public Path find(String name, String remedy) {
    List<Path> all = findAll(name);
    if (all.isEmpty()) {
      throw new ProblemException(
          Problem.error(ProblemId.TOOL_MISSING, name + " is not on PATH")
              .withRemedy(Remedy.advice(remedy)));
    }
    return all.get(0);
  }

  /**
   * Finds a program in every directory of {@code PATH} that has it. A directory that is another
   * one's link is the same directory.
   *
   * @param name its name
   * @return where it is, in the order of {@code PATH}
   */
  public List<Path> findAll(String name) {
    List<Path> found = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      Path program = inDirectory(entry, name);
      if (program != null && found.stream().noneMatch(other -> isSame(other, program))) {
        found.add(program);
      }
    }
    return List.copyOf(found);
  }

  /** The program of a request: a path as it is, a name looked up. */
  Path program(String nameOrPath) {
    if (!nameOrPath.contains("/")) {
      return find(nameOrPath);
    }
    Path program = Path.of(nameOrPath);
    if (!isProgram(program)) {
      throw new ProblemException(
          Problem.error(ProblemId.TOOL_MISSING, nameOrPath + " is not a program")
              .withRemedy(Remedy.advice("Install it there")));
    }
    return program;
  }

  private static @Nullable Path inDirectory(String entry, String name) {
    try {
      Path directory = Path.of(entry);
      Path program = directory.resolve(name);
      return directory.isAbsolute() && isProgram(program) ? program : null;
    } catch (InvalidPathException notADirectory) {
      return null;
    }
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
