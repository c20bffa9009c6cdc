package dev.ocelot.tag;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a file pass as an input only if it is a regular file within the repository, which is found
 * out before anything is opened: opening a FIFO would wait for ever.
 */
final class InputGate {
  private final Path root;
  private final Path realRoot;
  private final Set<Path> foldersInside = ConcurrentHashMap.newKeySet();

  /**
   * A gate.
   *
   * @param root the root of the repository
   * @throws ProblemException when there is no such folder
   */
  InputGate(Path root) {
    this.root = root.toAbsolutePath().normalize();
    try {
      this.realRoot = root.toRealPath();
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the repository root " + root + " cannot be read"),
          e);
    }
  }

  /**
   * A file that may be read.
   *
   * @param file where it really lies
   * @param attributes what it was before it was opened
   */
  record Admitted(Path file, BasicFileAttributes attributes) {}

  /**
   * Examines an input.
   *
   * @throws ProblemException {@code input-missing}
   */
  Admitted admit(TagInput input) {
    String objection = objection(input.path());
    if (!objection.isEmpty()) {
      throw refused(input, objection);
    }
    try {
      Path file = input.file();
      BasicFileAttributes attributes = attributes(file);
      requireInside(input, file);
      if (attributes.isSymbolicLink()) {
        file = file.toRealPath();
        attributes = attributes(file);
        if (!file.startsWith(realRoot)) {
          throw refused(input, "is a link that leaves the repository");
        }
      }
      if (!attributes.isRegularFile()) {
        throw refused(input, "is " + kind(file, attributes) + ", not a regular file");
      }
      return new Admitted(file, attributes);
    } catch (IOException e) {
      throw unreadable(input, e);
    }
  }

  static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** What is wrong with the path as it is written; empty when nothing is. */
  private static String objection(String path) {
    if (path.isEmpty()) {
      return "is an empty path";
    }
    if (path.startsWith("/")) {
      return "is an absolute path";
    }
    if (path.contains("..")) {
      int depth = 0;
      for (String name : path.split("/", -1)) {
        depth += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
        if (depth < 0) {
          return "is a path that leaves the repository";
        }
      }
    }
    return "";
  }

  /** The folders on the way may be links too. */
  private void requireInside(TagInput input, Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null || folder.equals(root) || foldersInside.contains(folder)) {
      return;
    }
    if (!folder.toRealPath().startsWith(realRoot)) {
      throw refused(input, "lies behind a link that leaves the repository");
    }
    foldersInside.add(folder);
  }

  private static String kind(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isDirectory()) {
      return "a directory";
    }
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return "a special file";
    }
    Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return switch (((Number) mode).intValue() & 0170000) {
      case 0010000 -> "a FIFO";
      case 0140000 -> "a socket";
      case 0020000, 0060000 -> "a device";
      default -> "a special file";
    };
  }

  static ProblemException unreadable(TagInput input, IOException e) {
    String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    String why = String.valueOf(reason);
    // below a file nothing exists; newer JDKs say so themselves
    if (e instanceof NoSuchFileException || why.equals("Not a directory")) {
      return refused(
          input,
          Files.isSymbolicLink(input.file())
              ? "is a link to a file that does not exist"
              : "does not exist");
    }
    if (e instanceof AccessDeniedException) {
      return refused(
          input, "cannot be read: permission denied", "Give yourself permission to read it");
    }
    return refused(
        input,
        why.contains("levels of symbolic links")
            ? "is a link that leads back to itself"
            : "cannot be read: " + why);
  }

  static ProblemException tooLarge(TagInput input, long size, long most) {
    return refused(input, "has " + size + " bytes, more than the " + most + " that are read");
  }

  /** A script stands for itself: nothing names it that could name another file. */
  private static ProblemException refused(TagInput input, String why) {
    boolean script = input.declaredAt().equals(Location.of(input.path()));
    return refused(
        input,
        why,
        script
            ? "Put a regular file in its place"
            : "Name a regular file of the repository, by its path from the root");
  }

  private static ProblemException refused(TagInput input, String why, String advice) {
    return new ProblemException(
        Problem.error(ProblemId.INPUT_MISSING, "input '" + printable(input.path()) + "' " + why)
            .at(input.declaredAt())
            .withRemedy(Remedy.advice(advice)));
  }

  /** Line ends would tear a message apart. */
  private static String printable(String path) {
    return path.replace("\n", "\\n").replace("\r", "\\r");
  }
}
