package dev.ocelot.yaml;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a YAML file whose only document is a mapping. Whatever is wrong becomes a problem with
 * file, line and column; reading never throws and never follows a tag into code.
 */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param file the file; a link is followed; anything but a regular file is refused before it is
   *     opened
   * @param shownAs its name in messages, relative to the repository root
   * @param problems gets what is wrong: {@code config-invalid}, {@code input-missing} when there is
   *     no such file, {@code file-access} when it cannot be read
   * @return the mapping; {@link YamlMap#EMPTY} for an empty file or when reading had to end
   */
  public static YamlMap read(Path file, String shownAs, Problems problems) {
    try {
      return parse(bytes(file, shownAs, YamlLimits.DEFAULT), shownAs, problems);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return YamlMap.EMPTY;
    }
  }

  /**
   * Reads a file of another program that may hold several documents, such as a GitLab CI file with
   * a {@code spec} header.
   *
   * @param file the file, as in {@link #read}
   * @param shownAs its name in messages
   * @param problems gets what is wrong, as in {@link #read}
   * @return the mappings in order; those before the place where reading had to end
   */
  public static List<YamlMap> readDocuments(Path file, String shownAs, Problems problems) {
    List<YamlMap> documents = new ArrayList<>();
    try {
      byte[] bytes = bytes(file, shownAs, YamlLimits.DEFAULT);
      YamlEvents events = new YamlEvents(new SourceText(bytes, shownAs), shownAs);
      TreeBuilder builder = new TreeBuilder(events, YamlLimits.DEFAULT, problems);
      while (events.openDocument()) {
        documents.add(mapping(builder.build()));
        events.closeDocument();
      }
    } catch (ProblemException e) {
      problems.addAll(e.problems());
    }
    return List.copyOf(documents);
  }

  /**
   * The bytes of a file that may be YAML.
   *
   * @param file the file
   * @param shownAs its name in messages
   * @param limits how large it may be
   * @return its bytes
   * @throws ProblemException when it is missing, not a regular file, too large or unreadable
   */
  public static byte[] bytes(Path file, String shownAs, YamlLimits limits) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw missing("is not a regular file", shownAs);
      }
      if (attributes.size() > limits.bytes()) {
        throw tooLarge(attributes.size(), limits, shownAs);
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
          throw tooLarge(bytes.length, limits, shownAs);
        }
        return bytes;
      }
    } catch (NoSuchFileException e) {
      throw missing("does not exist", shownAs);
    } catch (IOException e) {
      if (!Files.exists(file) && Files.isSymbolicLink(file)) {
        throw missing("is a link that leads nowhere", shownAs);
      }
      throw new ProblemException(FileAccessProblem.of(shownAs, "read", e), e);
    }
  }

  private static ProblemException missing(String why, String shownAs) {
    return new ProblemException(
        Problem.error(ProblemId.INPUT_MISSING, shownAs + " " + why)
            .at(Location.of(shownAs))
            .withRemedy(Remedy.advice("Put a regular file in its place")));
  }

  private static ProblemException tooLarge(long size, YamlLimits limits, String shownAs) {
    return new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, shownAs + " is too large to be read as YAML")
            .at(Location.of(shownAs))
            .comparing(size + " bytes", "at most " + limits.bytes())
            .withRemedy(Remedy.advice("Check that this is the file that is meant, or split it")));
  }

  /**
   * Reads bytes with the default limits.
   *
   * @param bytes a whole file
   * @param shownAs its name in messages
   * @param problems gets what is wrong
   * @return the mapping; {@link YamlMap#EMPTY} for an empty file or when reading had to end
   */
  public static YamlMap parse(byte[] bytes, String shownAs, Problems problems) {
    return parse(bytes, shownAs, YamlLimits.DEFAULT, problems);
  }

  /**
   * Reads bytes.
   *
   * @param bytes a whole file
   * @param shownAs its name in messages
   * @param limits where to stop
   * @param problems gets what is wrong
   * @return the mapping; {@link YamlMap#EMPTY} for an empty file or when reading had to end
   */
  public static YamlMap parse(byte[] bytes, String shownAs, YamlLimits limits, Problems problems) {
    try {
      return document(bytes, shownAs, limits, problems);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return YamlMap.EMPTY;
    }
  }

  private static YamlMap document(
      byte[] bytes, String shownAs, YamlLimits limits, Problems problems) {
    if (bytes.length > limits.bytes()) {
      throw tooLarge(bytes.length, limits, shownAs);
    }
    YamlEvents events = new YamlEvents(new SourceText(bytes, shownAs), shownAs);
    if (!events.openDocument()) {
      return YamlMap.EMPTY;
    }
    YamlNode root = new TreeBuilder(events, limits, problems).build();
    events.closeOnlyDocument();
    return mapping(root);
  }

  private static YamlMap mapping(YamlNode root) {
    if (root instanceof YamlMap map) {
      return map;
    }
    if (root instanceof YamlScalar scalar && scalar.isNull()) {
      return YamlMap.EMPTY;
    }
    throw new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, "the file does not hold a mapping")
            .at(root.location())
            .comparing(root.describe(), "keys with values")
            .withRemedy(Remedy.advice("Write 'key: value' lines at its top level")));
  }
}
