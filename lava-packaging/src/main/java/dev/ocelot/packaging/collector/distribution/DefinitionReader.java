package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlReader;
import dev.ocelot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the definition of one distribution. The published JSON schema says the same. */
final class DefinitionReader {
  /** A distribution's name is part of file names, layer names and git tags. */
  private static final Pattern NAME =
      Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Go's build tags, without those that are numbers: tags go into a command's arguments. */
  private static final Pattern TAG = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]*)?");
  private static final String WRAPPER = "distributions";

  private final Problems problems;
  private final TextValue texts;

  DefinitionReader(Problems problems) {
    this.problems = problems;
    this.texts = new TextValue(problems);
  }

  /** Reads one; empty when nothing of it can be used. */
  Optional<Definition> read(String name, YamlNode node, Location location) {
    if (name.equals(WRAPPER)) {
      problems.add(
          invalid("the key \"" + WRAPPER + "\" does not belong into this file", location)
              .comparing("\"" + WRAPPER + "\"", "the names of distributions")
              .withRemedy(
                  Remedy.advice(
                      "Remove the line distributions: and move what is below it to the left")));
      return Optional.empty();
    }
    if (!NAME.matcher(name).matches()) {
      problems.add(
          invalid("a distribution cannot be named so", location)
              .comparing(
                  "\"" + name + "\"",
                  "letters, digits, dots, hyphens and underscores, at most 64"));
    }
    if (!(node instanceof YamlMap map)) {
      problems.add(
          TextValue.wrong(what(name) + " has no definition", node, "a mapping with buildtags"));
      return Optional.empty();
    }
    return Optional.of(definition(name, map, location));
  }

  private Definition definition(String name, YamlMap map, Location location) {
    YamlReader reader = new YamlReader(map, what(name), problems);
    YamlScalar description = text(reader, map, "description", name);
    YamlScalar base = text(reader, map, "base", name);
    YamlScalar config = text(reader, map, "config-file", name);
    reader.has("buildtags");
    List<DeclaredTag> tags = map.get("buildtags").map(node -> tags(name, node)).orElse(List.of());
    reader.finish();
    if (config != null && !FILE.matcher(config.text()).matches()) {
      problems.add(
          TextValue.wrong(
              "config-file of " + what(name) + " is not a file name",
              config,
              "the name of a file in config/examples"));
    }
    return new Definition(
        name,
        description == null ? "" : description.text().stripTrailing(),
        base == null ? "" : base.text(),
        base == null ? location : base.location(),
        tags,
        config == null ? null : config.text(),
        config == null ? Location.NONE : config.location(),
        location);
  }

  private @Nullable YamlScalar text(YamlReader reader, YamlMap map, String key, String name) {
    if (!reader.has(key)) {
      return null;
    }
    return texts.of(map.get(key).orElseThrow(), key + " of " + what(name), "a text").orElse(null);
  }

  private List<DeclaredTag> tags(String name, YamlNode node) {
    if (!(node instanceof YamlList list) || !list.tag().isEmpty()) {
      problems.add(
          TextValue.wrong(
              "buildtags of " + what(name) + " are not a list", node, "a list of tags"));
      return List.of();
    }
    List<DeclaredTag> tags = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : list.items()) {
      String wanted = "a tag of letters, digits, dots and underscores";
      YamlScalar tag = texts.of(item, "a build tag of " + what(name), wanted).orElse(null);
      if (tag == null) {
        continue;
      }
      if (!TAG.matcher(tag.text()).matches()) {
        problems.add(
            TextValue.wrong("a build tag of " + what(name) + " is not one of Go's", tag, wanted));
      } else if (seen.add(tag.text())) {
        tags.add(new DeclaredTag(tag.text(), tag.location()));
      } else {
        problems.add(
            Problem.warning(
                    ProblemId.CONFIG_INVALID,
                    what(name) + " names the tag " + tag.text() + " twice")
                .at(tag.location())
                .withRemedy(Remedy.advice("Remove one of them")));
      }
    }
    return tags;
  }

  private static String what(String name) {
    return "distribution " + name;
  }

  private static Problem invalid(String message, Location where) {
    return Problem.error(ProblemId.CONFIG_INVALID, message).at(where);
  }
}
