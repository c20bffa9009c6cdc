package dev.ocelot.tag.component;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The root of a repository, to which all paths in configuration are relative.
 *
 * @param path absolute and without {@code .} or {@code ..}
 */
public record RepositoryRoot(Path path) {
  private static final String CONFIG = "config";

  /** Makes the path absolute. */
  public RepositoryRoot {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Looks for the root: the nearest folder, going up, that holds {@code
   * .gitlab-ci/conditional-build-image-tags.yml}, {@code config/conditional-build-image-tags.yml},
   * {@code config/components.yaml}, {@code components/<any>/build.sh} or {@code .git}.
   *
   * @param from where to begin
   * @return the root, or empty when no folder up to the file system's root is one
   */
  public static Optional<RepositoryRoot> find(Path from) {
    for (Path folder = from.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      if (isRoot(folder)) {
        return Optional.of(new RepositoryRoot(folder));
      }
    }
    return Optional.empty();
  }

  /**
   * A root that a user named.
   *
   * @param given a folder
   * @return the root
   * @throws ProblemException when there is no such folder
   */
  public static RepositoryRoot of(Path given) {
    if (!Files.isDirectory(given)) {
      throw new ProblemException(
          Problem.error(
                  ProblemId.CONFIG_INVALID, "the repository root " + given + " is not a folder")
              .withRemedy(Remedy.advice("set ocelot.root to the folder that holds config/")));
    }
    return new RepositoryRoot(given);
  }

  private static boolean isRoot(Path folder) {
    return Files.isRegularFile(folder.resolve(GitLabCiLayout.DECLARED_TAGS))
        || Files.isRegularFile(folder.resolve(OcelotLayout.DECLARED_TAGS))
        || Files.isRegularFile(folder.resolve(CONFIG).resolve("components.yaml"))
        || holdsComponent(folder.resolve(OcelotLayout.FOLDER))
        || Files.exists(folder.resolve(".git"));
  }

  private static boolean holdsComponent(Path components) {
    if (!Files.isDirectory(components)) {
      return false;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(components)) {
      for (Path folder : folders) {
        if (Files.isRegularFile(folder.resolve(OcelotLayout.SCRIPT))) {
          return true;
        }
      }
      return false;
    } catch (IOException unreadable) {
      return false; // then nothing in it can be read as a component either
    }
  }

  /**
   * A path as messages show it.
   *
   * @param file any path
   * @return relative to the root with forward slashes where it lies below the root, else as it is
   */
  public String show(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!absolute.startsWith(path) || absolute.equals(path)) {
      return file.toString();
    }
    return path.relativize(absolute).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Where a path of the configuration lies. Nothing is said about what is there.
   *
   * @param relative relative to the root, with forward slashes
   * @return the path
   * @throws ProblemException when this machine cannot express the name
   */
  public Path resolve(String relative) {
    try {
      return path.resolve(relative);
    } catch (InvalidPathException unusable) {
      throw new ProblemException(
          Problem.error(
                  ProblemId.INPUT_MISSING,
                  "the name '" + relative + "' cannot be a file name here: " + unusable.getReason())
              .withRemedy(
                  Remedy.advice(
                      "rename the file, or run under a UTF-8 locale such as LC_ALL=C.UTF-8")),
          unusable);
    }
  }
}
