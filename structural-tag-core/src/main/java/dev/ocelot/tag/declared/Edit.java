package dev.ocelot.tag.declared;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import dev.ocelot.yaml.CanonicalYaml;
import dev.ocelot.yaml.YamlEdit;
import dev.ocelot.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outcome of declaring tags in one state of a file. */
final class Edit {
  private final byte[] bytes;
  private final String shownAs;
  private final DeclaredTagsEditor.Style style;
  private final YamlEdit yaml;
  private final DeclaredTags before;
  private final List<DeclaredTagsUpdate.Change> changes = new ArrayList<>();

  /**
   * Compares a state of the file with what is to be declared.
   *
   * @throws ProblemException when the file is malformed
   */
  Edit(byte[] bytes, String shownAs, Map<String, Tag> tags, DeclaredTagsEditor.Style style) {
    this.bytes = bytes;
    this.shownAs = shownAs;
    this.style = style;
    this.yaml = new YamlEdit(bytes, shownAs);
    Problems problems = new Problems();
    this.before = DeclaredTags.of(yaml.map(), problems);
    problems.throwIfErrors();
    for (Map.Entry<String, Tag> tag : new TreeMap<>(tags).entrySet()) {
      String text = before.get(tag.getKey()).map(DeclaredTag::text).orElse("");
      if (!text.equals(tag.getValue().text())) {
        changes.add(new DeclaredTagsUpdate.Change(tag.getKey(), text, tag.getValue()));
      }
    }
  }

  /** What differs, sorted by key. */
  List<DeclaredTagsUpdate.Change> changes() {
    return changes;
  }

  /**
   * The file as it shall be.
   *
   * @throws ProblemException when it cannot be edited so
   */
  byte[] apply() {
    if (style == DeclaredTagsEditor.Style.IN_PLACE) {
      for (DeclaredTagsUpdate.Change change : changes) {
        yaml.set(List.of(DeclaredTags.VARIABLES, change.key()), change.after().text());
      }
      return yaml.apply();
    }
    Map<String, String> set = new HashMap<>();
    for (DeclaredTagsUpdate.Change change : changes) {
      set.put(change.key(), change.after().text());
    }
    byte[] written = CanonicalYaml.dump(bytes, shownAs, set);
    return mended(set, written) ? CanonicalYaml.dump(bytes, shownAs, set) : written;
  }

  /** PyYAML reads some tags as numbers and writes other digits; those are written as texts. */
  private boolean mended(Map<String, String> set, byte[] written) {
    DeclaredTags after =
        DeclaredTags.of(YamlFile.parse(written, shownAs, new Problems()), new Problems());
    int size = set.size();
    for (String key : before.keys()) {
      String text = before.get(key).map(DeclaredTag::text).orElse("");
      boolean same = after.get(key).map(DeclaredTag::text).orElse("").equals(text);
      if (!set.containsKey(key) && !same && Tag.parse(text).isPresent()) {
        set.put(key, text);
      }
    }
    return set.size() > size;
  }
}
