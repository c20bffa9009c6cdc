package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.yaml.NearMiss;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds builders in a repository: {@code config/builders/<name>.Dockerfile}. */
final class BuilderFiles {
  private static final String FOLDER = "config/builders/";
  private static final String EXTENSION = ".Dockerfile";
  private static final long LARGEST = 1L << 20;

  /** What can be part of an image's tag, with room for a digest. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");

  private final RepositoryRoot root;

  BuilderFiles(RepositoryRoot root) {
    this.root = root;
  }

  /**
   * Reads a builder.
   *
   * @param name as a component names it
   * @param usedAt where it does
   * @throws ProblemException {@code config-invalid} when there is none, {@code file-access}
   */
  BuilderDefinition read(String name, Location usedAt) {
    if (!NAME.matcher(name).matches()) {
      throw missing(name, usedAt, "not a name of a builder: " + name);
    }
    String shownAs = FOLDER + name + EXTENSION;
    Path file = root.resolve(shownAs);
    if (!Files.isRegularFile(file)) {
      throw missing(name, usedAt, "there is no builder " + name + ": no file " + shownAs);
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("it is larger than " + LARGEST + " bytes");
      }
      Path folder = root.resolve(FOLDER + name);
      FileTree context =
          Files.isDirectory(folder) ? FileTree.scan(folder) : FileTree.builder().build();
      return new BuilderDefinition(name, shownAs, Files.readAllBytes(file), context);
    } catch (IOException e) {
      throw unreadable(shownAs, e);
    }
  }

  static ProblemException unreadable(String shownAs, IOException e) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "the builder cannot be read: " + e.getMessage())
            .at(Location.of(shownAs)),
        e);
  }

  private ProblemException missing(String name, Location usedAt, String message) {
    List<String> known = names();
    Remedy remedy =
        NearMiss.nearest(name, known)
            .map(near -> Remedy.advice("write " + near + " for " + name))
            .orElse(
                Remedy.advice(
                    "write " + FOLDER + "<name>" + EXTENSION + ", or name another builder"));
    return new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, message)
            .at(usedAt)
            .comparing(name, known.isEmpty() ? "a builder" : "one of " + String.join(", ", known))
            .withRemedy(remedy));
  }

  private List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> list =
        Files.newDirectoryStream(root.resolve(FOLDER), "*" + EXTENSION)) {
      for (Path path : list) {
        String file = path.getFileName().toString();
        names.add(file.substring(0, file.length() - EXTENSION.length()));
      }
    } catch (IOException e) {
      return List.of(); // Nothing can be suggested then.
    }
    return List.copyOf(names);
  }
}
