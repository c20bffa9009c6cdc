package dev.ocelot.yaml;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Builds the values of a document. Duplicate keys are gathered and the first one kept; whatever
 * leaves no sensible tree ends the reading.
 */
final class TreeBuilder {
  /** An anchored value, with the number of values in it when all its aliases are written out. */
  private record Anchored(@Nullable YamlNode node, long size) {}

  /** Nobody mends more at a time, and a hostile file must not be answered by a longer list. */
  private static final int MOST_DUPLICATES = 100;

  private final YamlEvents events;
  private final YamlLimits limits;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private long size;
  private int depth;
  private int duplicates;

  TreeBuilder(YamlEvents events, YamlLimits limits, Problems problems) {
    this.events = events;
    this.limits = limits;
    this.problems = problems;
  }

  /** Builds the value of a document that was opened. Limits count over all documents. */
  YamlNode build() {
    anchors.clear();
    return build(events.next());
  }

  private YamlNode build(Event event) {
    count(1, event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return resolve(alias);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    long before = size;
    if (anchor != null) {
      checkName(anchor, event.getStartMark());
      anchors.put(anchor, new Anchored(null, 0));
    }
    YamlNode node;
    if (event instanceof ScalarEvent scalar) {
      node =
          new YamlScalar(
              scalar.getValue(),
              scalar.isPlain(),
              tag(scalar.getTag()),
              events.location(scalar.getStartMark()));
    } else {
      node = collection(event);
    }
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, size - before));
    }
    return node;
  }

  /** Other names are read here but not by libyaml, so not by GitLab or PyYAML. */
  private void checkName(String anchor, Mark mark) {
    for (int i = 0; i < anchor.length(); i++) {
      char c = anchor.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '-' && c != '_') {
        throw events.problem(
            "the anchor &" + anchor + " is not made of letters, digits, - and _ only",
            mark,
            "Rename the anchor");
      }
    }
  }

  private void count(long more, Mark mark) {
    size += more;
    if (size > limits.nodes()) {
      throw events.problem(
          "the file stands for more than " + limits.nodes() + " values", mark, "Split the file");
    }
  }

  private YamlNode resolve(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      throw events.problem(
          "the alias *" + alias.getAnchor() + " has no anchor before it",
          alias.getStartMark(),
          "Write &" + alias.getAnchor() + " in front of the value that is meant");
    }
    if (anchored.node() == null) {
      throw events.problem(
          "the alias *" + alias.getAnchor() + " stands inside the value that it repeats",
          alias.getStartMark(),
          "Write the value out");
    }
    count(anchored.size(), alias.getStartMark());
    return anchored.node();
  }

  private YamlNode collection(Event event) {
    if (++depth > limits.depth()) {
      throw events.problem(
          "collections lie more than " + limits.depth() + " deep in one another",
          event.getStartMark(),
          "Flatten the structure");
    }
    YamlNode node =
        event instanceof SequenceStartEvent list ? list(list) : map((MappingStartEvent) event);
    depth--;
    return node;
  }

  private YamlList list(SequenceStartEvent start) {
    List<YamlNode> items = new ArrayList<>();
    for (Event next = events.next(); !next.is(Event.ID.SequenceEnd); next = events.next()) {
      items.add(build(next));
    }
    return new YamlList(items, tag(start.getTag()), events.location(start.getStartMark()));
  }

  private YamlMap map(MappingStartEvent start) {
    List<YamlMap.Entry> entries = new ArrayList<>();
    Map<String, YamlScalar> keys = new HashMap<>();
    for (Event next = events.next(); !next.is(Event.ID.MappingEnd); next = events.next()) {
      Mark mark = next.getStartMark();
      if (!(build(next) instanceof YamlScalar key)) {
        throw events.problem("a key is not a single word or text", mark, "Write a plain key");
      }
      Event value = events.next();
      Mark valueMark = value.getStartMark();
      YamlMap.Entry entry = new YamlMap.Entry(key, build(value));
      if (entry.isMerge()) {
        checkMerge(entry.value(), valueMark);
        entries.add(entry);
      } else {
        YamlScalar first = keys.putIfAbsent(key.text(), key);
        if (first == null) {
          entries.add(entry);
        } else {
          duplicate(key, first, mark);
        }
      }
    }
    return new YamlMap(entries, tag(start.getTag()), events.location(start.getStartMark()));
  }

  private void checkMerge(YamlNode value, Mark mark) {
    boolean legal = value instanceof YamlMap || isListOfMaps(value);
    if (!legal) {
      throw mergeRefused(mark);
    }
  }

  private static boolean isListOfMaps(YamlNode value) {
    return value instanceof YamlList list
        && list.items().stream().allMatch(YamlMap.class::isInstance);
  }

  private ProblemException mergeRefused(Mark mark) {
    return events.problem(
        "the merge key << has something else than mappings",
        mark,
        "Give it an alias of a mapping, or a list of such aliases");
  }

  private void duplicate(YamlScalar key, YamlScalar first, Mark mark) {
    if (++duplicates > MOST_DUPLICATES) {
      throw events.problem("too many keys are there twice", mark, "Remove one of each two");
    }
    problems.add(
        Problem.error(
                ProblemId.CONFIG_INVALID,
                "the key \"" + key.text() + "\" is there twice, first at " + first.location())
            .at(events.location(mark))
            .withRemedy(Remedy.advice("Remove one of the two")));
  }

  private static String tag(@Nullable String tag) {
    return tag == null ? "" : tag;
  }
}
