package dev.ocelot.tag.explain;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.explain.Explanation.Compared;
import dev.ocelot.tag.explain.Explanation.Source;
import dev.ocelot.tag.explain.Explanation.Unknown;
import java.util.List;
import java.util.Locale;

/** An explanation as one JSON object for a program. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /**
   * Writes the object: {@code component}, {@code variable}, {@code declared} (null when nothing is
   * declared), {@code computed}, {@code comparedWith} ({@code record}, {@code revision} or null),
   * {@code revision} if there is one, {@code differences}, {@code inputs}.
   *
   * @param explanation what to write
   * @param json where a value can stand
   */
  public static void write(Explanation explanation, JsonWriter json) {
    json.object().name("component").value(explanation.component().text());
    json.name("variable").value(explanation.component().variable());
    json.name("declared");
    if (explanation instanceof Compared compared) {
      json.value(compared.declared().text());
    } else if (explanation instanceof Unknown unknown) {
      json.value(unknown.declared());
    } else {
      json.nullValue();
    }
    json.name("computed").value(explanation.computed().tag().text());
    json.name("comparedWith");
    if (explanation instanceof Compared compared) {
      source(compared.source(), json);
      json.name("differences").array();
      compared.differences().forEach(difference -> difference(difference, json));
    } else {
      json.nullValue().name("differences").array();
    }
    json.end().name("inputs").array();
    explanation.computed().inputs().forEach(input -> input(input, json));
    json.end().end();
  }

  private static void source(Source source, JsonWriter json) {
    if (source instanceof Source.InRevision revision) {
      json.value("revision").name("revision").value(revision.id());
    } else {
      json.value("record");
    }
  }

  private static void input(InputDigest input, JsonWriter json) {
    json.object().name("path").value(input.path());
    json.name("size").value(input.size());
    json.name("sha256").value(input.sha256()).end();
  }

  private static void difference(TagDifference difference, JsonWriter json) {
    json.object().name("kind");
    if (difference instanceof TagDifference.Changed changed) {
      json.value("changed").name("path").value(changed.after().path());
      String extent = changed.extent().name().toLowerCase(Locale.ROOT).replace('_', '-');
      json.name("extent").value(extent);
      json.name("before");
      input(changed.before(), json);
      json.name("after");
      input(changed.after(), json);
    } else if (difference instanceof TagDifference.Added added) {
      json.value("added").name("path").value(added.input().path()).name("after");
      input(added.input(), json);
    } else if (difference instanceof TagDifference.Removed removed) {
      json.value("removed").name("path").value(removed.input().path()).name("before");
      input(removed.input(), json);
    } else if (difference instanceof TagDifference.Renamed renamed) {
      json.value("renamed").name("before").value(renamed.before());
      json.name("after").value(renamed.after());
    } else if (difference instanceof TagDifference.Reordered order) {
      json.value("reordered").name("before");
      paths(order.before(), json);
      json.name("after");
      paths(order.after(), json);
    }
    json.end();
  }

  private static void paths(List<String> paths, JsonWriter json) {
    json.array();
    paths.forEach(json::value);
    json.end();
  }
}
