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
 * What a declared-tags file declares: the mapping {@code variables}, as GitLab CI includes it.
 * Other content of the file is left alone.
 */
public final class DeclaredTags {
  /** The key of the mapping that holds the declared keys. */
  static final String VARIABLES = "variables";

  private final YamlMap variables;

  private DeclaredTags(YamlMap variables) {
    this.variables = variables;
  }

  /**
   * Reads a file.
   *
   * @param file where it lies; one that does not exist declares nothing
   * @param shownAs its name in messages
   * @param problems gets what is wrong with the file; values that are not tags are reported by
   *     {@link DeclaredTag#problem}, so that they can be overwritten
   * @return what it declares; nothing when it cannot be read
   */
  public static DeclaredTags read(Path file, String shownAs, Problems problems) {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new DeclaredTags(YamlMap.EMPTY);
    }
    return of(YamlFile.read(file, shownAs, problems), problems);
  }

  /**
   * Takes them from a file that was read.
   *
   * @param root the file's content
   * @param problems gets a {@code variables} that is no mapping
   * @return what it declares
   */
  static DeclaredTags of(YamlMap root, Problems problems) {
    YamlNode variables = root.get(VARIABLES).orElse(YamlMap.EMPTY);
    if (variables instanceof YamlMap map) {
      return new DeclaredTags(map);
    }
    if (!(variables instanceof YamlScalar scalar && scalar.isNull())) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "\"variables\" does not hold declared keys")
              .at(variables.location())
              .comparing(variables.describe(), "a mapping from keys to tags")
              .withRemedy(Remedy.advice("Replace its content by a mapping")));
    }
    return new DeclaredTags(YamlMap.EMPTY);
  }

  /**
   * The keys of {@code variables}, whatever they mean, in the order of the file.
   *
   * @return the keys
   */
  public List<String> keys() {
    return variables.keys();
  }

  /**
   * Where a key stands.
   *
   * @param key a key
   * @return its place, or that of the mapping when it is absent
   */
  public Location location(String key) {
    return variables.keyLocation(key);
  }

  /**
   * What a key declares.
   *
   * @param key a key
   * @return empty when it is absent or has no value
   */
  public Optional<DeclaredTag> get(String key) {
    Optional<YamlNode> value = variables.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    YamlNode node = value.get();
    if (node instanceof YamlScalar scalar) {
      if (scalar.isNull() || scalar.text().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new DeclaredTag(key, scalar.text(), scalar.location()));
    }
    return Optional.of(new DeclaredTag(key, node.describe(), node.location()));
  }
}
