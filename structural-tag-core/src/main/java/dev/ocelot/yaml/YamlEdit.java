package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits texts of a YAML file in place. Only the bytes of the edited values change: comments,
 * quotes, order, indentation, line ends, anchors and a missing final newline stay.
 *
 * <p>A value that is absent is put in: among its neighbours by the order of keys, in their style. A
 * mapping on the way that is absent or empty is made. What cannot be edited so (an alias, a value
 * over several lines) is a problem, and the outcome is read back before it is handed out.
 */
public final class YamlEdit {
  private final byte[] bytes;
  private final String shownAs;
  private final YamlMap before;
  private final Wanted wanted = new Wanted();

  /**
   * Reads a file that is to be edited.
   *
   * @param bytes the whole file; not changed
   * @param shownAs its name in messages
   * @throws ProblemException with everything that {@link YamlFile} finds wrong with it
   */
  public YamlEdit(byte[] bytes, String shownAs) {
    this.bytes = bytes;
    this.shownAs = shownAs;
    Problems problems = new Problems();
    this.before = YamlFile.parse(bytes, shownAs, problems);
    problems.throwIfErrors();
  }

  /**
   * What the file holds before the edit.
   *
   * @return the mapping
   */
  public YamlMap map() {
    return before;
  }

  /**
   * Sets a text.
   *
   * @param path the keys from the root, at least one
   * @param value any text; it is quoted where YAML 1.1 or 1.2 would read something else than text
   * @return this
   * @throws IllegalArgumentException when it contradicts what was set before
   */
  public YamlEdit set(List<String> path, String value) {
    wanted.add(path, value);
    return this;
  }

  /**
   * Applies everything that was set.
   *
   * @return the file after the edit; equal to the given bytes when nothing needed a change
   * @throws ProblemException {@code config-invalid}, when something cannot be edited in place
   */
  public byte[] apply() {
    if (wanted.children().isEmpty()) {
      return bytes;
    }
    SourceText source = new SourceText(bytes, shownAs);
    LayoutReader reader = new LayoutReader(source, shownAs);
    @Nullable Layout root = reader.read(wanted);
    Replacements replacements = new Replacements();
    Lines lines = new Lines(bytes, source.start());
    Insertion insertion = new Insertion(lines, reader.step(), replacements);
    new EditPlan(lines, insertion, replacements).plan(root, wanted, Location.of(shownAs));
    if (replacements.isEmpty()) {
      return bytes;
    }
    byte[] edited = replacements.apply(bytes);
    Problems problems = new Problems();
    YamlMap after = YamlFile.parse(edited, shownAs, problems);
    problems.throwIfErrors();
    new EditCheck().check(before, after, wanted);
    return edited;
  }
}
