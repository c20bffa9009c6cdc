package dev.ocelot.yaml;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a file before and after an edit. Everything that was wanted must be there, and nothing
 * else may read differently, except where an alias repeats what was edited.
 */
final class EditCheck {
  private final Set<YamlNode> edited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<YamlNode> same = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Compares.
   *
   * @throws ProblemException when something else reads differently
   */
  void check(YamlMap before, YamlMap after, Wanted wanted) {
    collect(before, wanted);
    compare(before, after, wanted);
  }

  /** Gathers what is edited, so that an alias of it is known wherever it stands. */
  private void collect(YamlMap map, Wanted wanted) {
    edited.add(map);
    wanted
        .children()
        .forEach(
            (key, child) -> {
              YamlNode value = map.own(key);
              if (value instanceof YamlMap inner && child.value() == null) {
                collect(inner, child);
              } else if (value != null) {
                edited.add(value);
              }
            });
  }

  private void compare(YamlMap before, YamlMap after, Wanted wanted) {
    int added = 0;
    for (String key : wanted.children().keySet()) {
      added += before.own(key) == null ? 1 : 0;
    }
    if (after.written().size() != before.written().size() + added) {
      throw changed(before);
    }
    boolean texts = wanted.holdsTexts();
    for (YamlMap.Entry entry : before.written()) {
      if (!entry.isMerge() && wanted.child(entry.key().text()) == null) {
        YamlNode now = after.own(entry.key().text());
        if (texts) {
          checkSibling(entry, now);
        }
        unchanged(entry.value(), now);
      }
    }
    wanted.children().forEach((key, child) -> present(before, after.own(key), key, child));
  }

  /** Beside an edited text an alias of it is no repetition that its author can have meant. */
  private void checkSibling(YamlMap.Entry entry, @Nullable YamlNode now) {
    if (entry.value() instanceof YamlScalar scalar && edited.contains(scalar)) {
      if (!(now instanceof YamlScalar after) || !after.text().equals(scalar.text())) {
        throw new ProblemException(
            Problem.error(
                    ProblemId.CONFIG_INVALID,
                    "\"" + entry.key().text() + "\" repeats an edited value by an alias")
                .at(entry.key().location())
                .withRemedy(Remedy.advice("Write the value out in the place of the alias")));
      }
    }
  }

  private void present(YamlMap before, @Nullable YamlNode after, String key, Wanted child) {
    String text = child.value();
    if (text != null) {
      if (!(after instanceof YamlScalar scalar) || !scalar.text().equals(text)) {
        throw changed(before);
      }
    } else if (after instanceof YamlMap inner) {
      compare(before.own(key) instanceof YamlMap map ? map : YamlMap.EMPTY, inner, child);
    } else {
      throw changed(before);
    }
  }

  private void unchanged(YamlNode before, @Nullable YamlNode after) {
    if (edited.contains(before) || !same.add(before)) {
      return;
    }
    if (after == null || !before.tag().equals(after.tag())) {
      throw changed(before);
    }
    if (before instanceof YamlScalar scalar) {
      boolean equal =
          after instanceof YamlScalar now
              && scalar.text().equals(now.text())
              && scalar.plain() == now.plain();
      if (!equal) {
        throw changed(before);
      }
    } else if (before instanceof YamlList list && after instanceof YamlList now) {
      unchanged(list.items(), now.items(), before);
    } else if (before instanceof YamlMap map && after instanceof YamlMap now) {
      List<YamlNode> was = map.written().stream().map(YamlMap.Entry::value).toList();
      unchanged(was, now.written().stream().map(YamlMap.Entry::value).toList(), before);
      for (int i = 0; i < was.size(); i++) {
        if (!map.written().get(i).key().text().equals(now.written().get(i).key().text())) {
          throw changed(before);
        }
      }
    } else {
      throw changed(before);
    }
  }

  private void unchanged(List<YamlNode> before, List<YamlNode> after, YamlNode whole) {
    if (before.size() != after.size()) {
      throw changed(whole);
    }
    for (int i = 0; i < before.size(); i++) {
      unchanged(before.get(i), after.get(i));
    }
  }

  private static ProblemException changed(YamlNode node) {
    return new ProblemException(
        Problem.error(
                ProblemId.CONFIG_INVALID,
                "this cannot be edited by a program without changing what else is read from it")
            .at(node.location())
            .withRemedy(Remedy.advice("Write it in a simpler form, or edit it by hand")));
  }
}
