package dev.ocelot.tag.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * The POSIX shell file with {@code ci_tag_build_time_check}, {@code ci_tag_test_time_check} and
 * {@code get_tag_file}, named and called as Mesa's {@code setup-test-env.sh} has them.
 *
 * <p>Sourcing the file has no effect but these definitions, and the variables that it was asked to
 * carry. The same arguments give the same bytes.
 */
public final class TagFunctions {
  private static final String RESOURCE = "tag-functions.sh";
  private static final String COMMAND = "printf '%s' 'mvn ocelot:update-tags'";
  private static final String NAMES = "printf '%s' ''";

  private final String updateCommand;

  /** Advises {@code mvn ocelot:update-tags} on a mismatch. */
  public TagFunctions() {
    this("mvn ocelot:update-tags");
  }

  /**
   * Advises a command of the caller's on a mismatch.
   *
   * @param updateCommand what updates declared tags where the reader of the message stands; the
   *     selection of the component is appended
   */
  public TagFunctions(String updateCommand) {
    this.updateCommand = updateCommand;
  }

  /**
   * The functions alone.
   *
   * @return the file's text, LF line ends
   */
  public String text() {
    return text(List.of());
  }

  /**
   * The functions and, after them, one {@code export} line for each variable, by name.
   *
   * @param variables the tags that a device must be given
   * @return the file's text, LF line ends
   */
  public String text(Collection<TagVariable> variables) {
    List<TagVariable> sorted = variables.stream().sorted().distinct().toList();
    String names = String.join(" ", sorted.stream().map(TagVariable::name).toList());
    StringBuilder text =
        new StringBuilder(
            replaced(
                replaced(resource(), NAMES, "printf '%s' " + quoted(names)),
                COMMAND,
                "printf '%s' " + quoted(updateCommand)));
    if (!sorted.isEmpty()) {
      text.append("\n# The declared tags.\n");
      sorted.forEach(variable -> text.append(variable).append('\n'));
    }
    return text.toString();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String replaced(String text, String old, String replacement) {
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalStateException(RESOURCE + " lacks " + old);
    }
    return text.substring(0, at) + replacement + text.substring(at + old.length());
  }

  private static String resource() {
    try (InputStream in = TagFunctions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
