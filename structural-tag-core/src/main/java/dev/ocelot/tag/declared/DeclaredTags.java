package dev.ocelot.tag.declared;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a file declares under {@code variables}. Other keys belong to whoever reads the file besides
 * us, such as GitLab, and are left alone. A value is read as the text that stands there: YAML would
 * take some tags for numbers.
 */
public final class DeclaredTags {
  /** The mapping that holds the declared keys. */
  public static final String VARIABLES = "variables";

  private static final String PREFIX = "CONDITIONAL_BUILD_";
  private static final String SUFFIX = "_TAG";

  private final YamlMap variables;

  private DeclaredTags(YamlMap variables) {
    this.variables = variables;
  }

  /**
   * Reads a file.
   *
   * @param file the file; one that does not exist declares nothing
   * @param shownAs its path in messages
   * @param problems takes what is wrong with it
   * @return what it declares, as far as it could be read
   */
  public static DeclaredTags read(Path file, String shownAs, Problems problems) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new DeclaredTags(YamlMap.EMPTY);
    }
    YamlMap top = YamlFile.read(file, shownAs, problems);
    YamlNode node = top.get(VARIABLES).orElse(YamlMap.EMPTY);
    if (node instanceof YamlMap map) {
      return new DeclaredTags(map);
    }
    if (!(node instanceof YamlScalar scalar && scalar.isNull())) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "'variables' is not a mapping")
              .at(node.location())
              .withRemedy(Remedy.advice("write the tags below 'variables:', one key a line")));
    }
    return new DeclaredTags(YamlMap.EMPTY);
  }

  /**
   * The value under a key.
   *
   * @param declaredKey such as {@code CONDITIONAL_BUILD_ANGLE_TAG}
   * @return the value; empty when the key is missing or has none
   */
  public Optional<DeclaredTag> get(String declaredKey) {
    YamlNode node = variables.get(declaredKey).orElse(null);
    if (node == null
        || (node instanceof YamlScalar scalar && (scalar.isNull() || scalar.text().isEmpty()))) {
      return Optional.empty();
    }
    String text = node instanceof YamlScalar scalar ? scalar.text() : node.describe();
    return Optional.of(new DeclaredTag(text, node.location()));
  }

  /**
   * The keys that look like declared tags.
   *
   * @return in the order of the file
   */
  public List<String> keys() {
    return variables.keys().stream()
        .filter(k -> k.startsWith(PREFIX) && k.endsWith(SUFFIX))
        .toList();
  }

  /**
   * Where a key stands.
   *
   * @param declaredKey one of {@link #keys}
   * @return the place
   */
  public Location locationOf(String declaredKey) {
    return variables.keyLocation(declaredKey);
  }
}
