package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Turns what is wanted into replacements, going from the root of the document down. */
final class EditPlan {
  private static final String BY_HAND = "Write the value as plain or quoted text on one line";

  private record Pending(String key, Layout.Alias alias, String text) {}

  private final Lines lines;
  private final Insertion insertion;
  private final Replacements replacements;
  private final IdentityHashMap<Layout.Scalar, String> edited = new IdentityHashMap<>();
  private final List<Pending> aliases = new ArrayList<>();

  EditPlan(Lines lines, Insertion insertion, Replacements replacements) {
    this.lines = lines;
    this.insertion = insertion;
    this.replacements = replacements;
  }

  /**
   * Plans everything.
   *
   * @param root the document's root; null when there is none
   * @param wanted what is to stand in it
   * @param file where to report a root that is no mapping
   * @throws ProblemException when something cannot be edited in place
   */
  void plan(@Nullable Layout root, Wanted wanted, Location file) {
    if (root instanceof Layout.Mapping mapping) {
      mapping(mapping, wanted);
    } else if (root == null || (root instanceof Layout.Scalar scalar && scalar.isEmpty())) {
      insertion.asDocument(root == null ? -1 : ((Layout.Scalar) root).end(), wanted);
    } else {
      throw refused("the file does not hold a mapping", file, "Replace its content by a mapping");
    }
    for (Pending pending : aliases) {
      checkAlias(pending);
    }
  }

  private void mapping(Layout.Mapping mapping, Wanted wanted) {
    ScalarStyle quotes = new QuoteStyles(mapping.entries()).at(0).value();
    List<Map.Entry<String, Wanted>> missing = new ArrayList<>();
    for (Map.Entry<String, Wanted> child : wanted.children().entrySet()) {
      Layout.Entry entry = mapping.byKey().get(child.getKey());
      if (entry == null) {
        missing.add(child);
      } else if (child.getValue().value() != null) {
        text(entry, child.getValue().value(), quotes);
      } else {
        inner(mapping, entry, child.getValue());
      }
    }
    insertion.into(mapping, missing);
  }

  private void inner(Layout.Mapping outer, Layout.Entry entry, Wanted wanted) {
    if (entry.value() instanceof Layout.Mapping mapping) {
      boolean convert = mapping.flow() && mapping.entries().isEmpty() && !outer.flow();
      if (convert && lines.text(mapping.start() + 1, mapping.end()).isBlank()) {
        insertion.insteadOf(mapping.start(), mapping.end() + 1, entry, wanted);
      } else {
        mapping(mapping, wanted);
      }
    } else if (entry.value() instanceof Layout.Scalar scalar && scalar.isNull()) {
      checkColon(entry, scalar);
      if (outer.flow()) {
        replacements.replace(scalar.start(), scalar.end(), spaced(scalar, insertion.flow(wanted)));
      } else {
        insertion.insteadOf(scalar.start(), scalar.end(), entry, wanted);
      }
    } else {
      throw refused(
          "\""
              + entry.key().text()
              + "\" holds no mapping, so "
              + wanted.example()
              + " has no place",
          entry.value().location(),
          "Make it a mapping");
    }
  }

  private void text(Layout.Entry entry, String text, ScalarStyle quotes) {
    String key = entry.key().text();
    if (entry.value() instanceof Layout.Alias alias) {
      aliases.add(new Pending(key, alias, text));
    } else if (entry.value() instanceof Layout.Scalar scalar) {
      scalar(entry, scalar, text, quotes);
    } else {
      throw refused(
          "\"" + key + "\" holds a list or a mapping, not a text",
          entry.value().location(),
          BY_HAND);
    }
  }

  private void scalar(Layout.Entry entry, Layout.Scalar scalar, String text, ScalarStyle quotes) {
    edited.put(scalar, text);
    boolean foreign = !scalar.tag().isEmpty() && !isText(scalar.tag());
    if (scalar.text().equals(text) && !scalar.isNull() && !foreign) {
      return;
    }
    String key = "\"" + entry.key().text() + "\"";
    if (foreign) {
      throw refused(key + " has the tag " + scalar.tag(), scalar.location(), "Remove the tag");
    }
    boolean block = scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
    if (block || lines.endsBetween(scalar.start(), scalar.end())) {
      throw refused(key + " is written over several lines", scalar.location(), BY_HAND);
    }
    if (scalar.isEmpty()) {
      checkColon(entry, scalar);
      replacements.insert(scalar.end(), " " + ScalarWriter.write(text, quotes));
    } else {
      String spelt = ScalarWriter.write(text, scalar.style());
      replacements.replace(scalar.start(), scalar.end(), spelt);
    }
  }

  private static String spaced(Layout.Scalar scalar, String text) {
    return scalar.isEmpty() ? " " + text : text;
  }

  private static boolean isText(String tag) {
    return tag.equals("!") || tag.equals("tag:yaml.org,2002:str");
  }

  /** An empty value can lack its colon as well: {@code {a, b}} or {@code ? a}. */
  private void checkColon(Layout.Entry entry, Layout.Scalar value) {
    if (value.isEmpty() && value.end() == entry.key().end()) {
      throw refused(
          "\"" + entry.key().text() + "\" has no colon", entry.key().location(), "Add a colon");
    }
  }

  private void checkAlias(Pending pending) {
    Layout.Scalar target = pending.alias().target();
    String becomes = target == null ? null : edited.getOrDefault(target, target.text());
    if (!pending.text().equals(becomes)) {
      throw refused(
          "\"" + pending.key() + "\" repeats another value by the alias *" + pending.alias().name(),
          pending.alias().location(),
          "Write the value out in the place of the alias");
    }
  }

  private static ProblemException refused(String message, Location where, String advice) {
    return new ProblemException(
        Problem.error(ProblemId.CONFIG_INVALID, message + "; it cannot be edited in place")
            .at(where)
            .withRemedy(Remedy.advice(advice)));
  }
}
