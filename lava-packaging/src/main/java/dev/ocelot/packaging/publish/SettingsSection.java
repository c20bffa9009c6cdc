package dev.ocelot.packaging.publish;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One mapping of {@code publish.yaml}: reads values and holds them to their forms. */
final class SettingsSection {
  private final YamlMap map;
  private final String what;
  private final Problems problems;
  private final YamlReader reader;

  SettingsSection(YamlMap map, String what, Problems problems) {
    this.map = map;
    this.what = what;
    this.problems = problems;
    this.reader = new YamlReader(map, what, problems);
  }

  YamlReader reader() {
    return reader;
  }

  SettingsSection section(String key) {
    return new SettingsSection(
        reader.map(key).orElse(YamlMap.EMPTY), key + " of " + what, problems);
  }

  String text(String key, SettingForm form, String fallback) {
    String text = reader.string(key).orElse(null);
    if (text == null) {
      return fallback;
    }
    if (!form.fits(text)) {
      wrong(key + " in " + what + " has another form", place(key), text, form.words());
      return fallback;
    }
    return text;
  }

  /** Texts of a form, each once. */
  List<String> texts(String key, SettingForm form, List<String> fallback) {
    if (!reader.has(key)) {
      return fallback;
    }
    List<String> texts = reader.strings(key);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (!form.fits(text)) {
        wrong(key + " in " + what + " holds what cannot be one", place(key, i), text, form.words());
      } else if (!seen.add(text)) {
        wrong(key + " in " + what + " names " + text + " twice", place(key, i), text, "each once");
      }
    }
    return texts;
  }

  boolean isEmptyList(String key) {
    return map.get(key).orElse(map) instanceof YamlList list && list.items().isEmpty();
  }

  void wrong(String message, Location place, String got, String expected) {
    problems.add(
        Problem.error(ProblemId.CONFIG_INVALID, message)
            .at(place)
            .comparing("\"" + got + "\"", expected));
  }

  Location place(String key) {
    return map.get(key).map(YamlNode::location).orElse(reader.location(key));
  }

  private Location place(String key, int item) {
    return map.get(key).orElse(map) instanceof YamlList list && item < list.items().size()
        ? list.items().get(item).location()
        : place(key);
  }
}
