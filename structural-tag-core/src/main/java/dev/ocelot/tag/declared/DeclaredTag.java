package dev.ocelot.tag.declared;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at a declared key. A reader of YAML could take it for a number; here it is the text.
 *
 * @param key the declared key, such as {@code CONDITIONAL_BUILD_ANGLE_TAG}
 * @param text what is declared, or in words what stands in its place
 * @param location where the value stands
 */
public record DeclaredTag(String key, String text, Location location) {
  private static final String PREFIX = "CONDITIONAL_BUILD_";
  private static final String SUFFIX = "_TAG";

  /**
   * The tag.
   *
   * @return empty when the text is none
   */
  public Optional<Tag> tag() {
    return Tag.parse(text);
  }

  /**
   * What is wrong with the value.
   *
   * @return {@code config-invalid} with the command that mends it; empty when it is a tag
   */
  public Optional<Problem> problem() {
    if (tag().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.error(ProblemId.CONFIG_INVALID, "what " + key + " declares is not a tag")
            .at(location)
            .comparing("\"" + text + "\"", "32 lower-case hexadecimal digits")
            .withRemedy(
                Remedy.run(
                    "update-tags",
                    Map.of("ocelot.components", component()),
                    "declare the computed tag")));
  }

  /**
   * The component's name as it is spelt on a command line, where {@code -} stands for {@code _}.
   */
  private String component() {
    boolean usual = key.startsWith(PREFIX) && key.endsWith(SUFFIX);
    int end = key.length() - SUFFIX.length();
    String name = usual && end > PREFIX.length() ? key.substring(PREFIX.length(), end) : key;
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
