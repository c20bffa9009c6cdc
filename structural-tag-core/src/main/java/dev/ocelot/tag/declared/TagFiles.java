package dev.ocelot.tag.declared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.json.JsonWriter;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The files that carry tags along with what was built: {@code tags/<X>_TAG}, the bare tag of 32
 * bytes as Mesa's shell functions write it, and {@code tags.json}, which says what each tag was
 * computed from.
 */
public final class TagFiles {
  /** A tag file holds something else than a tag. */
  public static final ProblemId TAG_FILE_INVALID = ProblemId.user("tag-file-invalid");

  private static final String SUFFIX = "_TAG";

  /** A tag, and more line ends than anybody writes by accident. */
  private static final int LONGEST = 64;

  private final Path output;
  private final Path folder;

  /**
   * The tag files of a build.
   *
   * @param output the folder that holds, or will hold, {@code tags/} and {@code tags.json}
   */
  public TagFiles(Path output) {
    this.output = output;
    this.folder = output.resolve("tags");
  }

  static void checkVariable(String variable) {
    boolean legal = variable.endsWith(SUFFIX);
    for (int i = 0; i < variable.length(); i++) {
      char c = variable.charAt(i);
      legal &= c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    if (!legal) {
      throw new IllegalArgumentException("not a tag variable: " + variable);
    }
  }

  /**
   * Deletes the tag files that an earlier run wrote, so that a failing run leaves none.
   *
   * @throws ProblemException when one cannot be deleted
   */
  public void delete() {
    try {
      new AtomicFile(list()).sweep();
      Files.deleteIfExists(list());
      if (Files.isSymbolicLink(folder)) {
        Files.delete(folder); // what lies behind it is not ours
        return;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TagFiles::isOurs)) {
        for (Path file : files) {
          Files.delete(file);
        }
      } catch (NoSuchFileException | NotDirectoryException e) {
        return; // nothing was written yet
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(folder.toString(), "emptied", e), e);
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) || (name.startsWith(".") && name.contains(SUFFIX + "."));
  }

  private Path list() {
    return output.resolve("tags.json");
  }

  /**
   * Writes tag files.
   *
   * @param tags the tags, in the order in which they are listed
   * @throws ProblemException when one cannot be written
   */
  public void write(List<BuiltTag> tags) {
    try {
      Files.createDirectories(folder);
      for (BuiltTag tag : tags) {
        byte[] bare = tag.computed().tag().text().getBytes(UTF_8);
        new AtomicFile(folder.resolve(tag.variable())).write(bare);
      }
      new AtomicFile(list()).write(json(tags).getBytes(UTF_8));
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(folder.toString(), "written", e), e);
    }
  }

  private static String json(List<BuiltTag> tags) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text).object().name("tags").array();
    for (BuiltTag tag : tags) {
      json.object();
      json.name("component").value(tag.component());
      json.name("variable").value(tag.variable());
      json.name("tag").value(tag.computed().tag().text());
      json.name("inputs").array();
      for (InputDigest input : tag.computed().inputs()) {
        json.object();
        json.name("path").value(input.path());
        json.name("size").value(input.size());
        json.name("sha256").value(input.sha256());
        json.end();
      }
      json.end().end();
    }
    json.end().end();
    return text.toString();
  }

  /**
   * Reads a tag file, which may have been written by anybody's shell: line ends behind the tag are
   * tolerated. Anything but a regular file is refused before it is opened.
   *
   * @param directory the folder that holds tag files
   * @param variable the tag variable
   * @param problems gets {@code tag-file-invalid} or {@code file-access}
   * @return the tag; empty when there is no such file, or when it is wrong
   */
  public static Optional<Tag> read(Path directory, String variable, Problems problems) {
    checkVariable(variable);
    Path file = directory.resolve(variable);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        problems.add(invalid(file, "is not a regular file"));
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        String text = new String(in.readNBytes(LONGEST + 1), ISO_8859_1);
        Optional<Tag> tag = text.length() > LONGEST ? Optional.empty() : Tag.parse(bare(text));
        if (tag.isEmpty()) {
          problems.add(
              invalid(file, "does not hold a tag")
                  .comparing(shown(text), "32 lower-case hexadecimal digits"));
        }
        return tag;
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(file.toString(), "read", e));
      return Optional.empty();
    }
  }

  private static String bare(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return shown.append(text.length() > LONGEST ? "...\"" : "\"").toString();
  }

  private static Problem invalid(Path file, String why) {
    return Problem.error(TAG_FILE_INVALID, "the tag file " + file.getFileName() + " " + why)
        .at(Location.of(file.toString()))
        .withRemedy(Remedy.advice("Build again what carries it, so that the check writes it"));
  }
}
