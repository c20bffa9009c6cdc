package dev.ocelot.packaging.collector.verify;

import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layer's configuration in a form that can be tried on any machine: receivers listen on free
 * ports of the loopback, values that come from elsewhere are made up, and the collector's own
 * metrics are not served. Everything else is as it was, so the collector says the same of it.
 */
final class HarmlessConfiguration {
  private static final Pattern FROM_ELSEWHERE = Pattern.compile("\\$\\{[^}]*\\}");
  private static final Pattern AS_IT_IS =
      Pattern.compile("true|false|null|-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,17})?");
  private static final String ADDRESS = "http://127.0.0.1:9";
  private static final String MADE_UP = "madeup";
  private static final Set<String> PLACES = Set.of("endpoint", "url", "address", "uri");

  private final StringBuilder json = new StringBuilder();

  private HarmlessConfiguration() {}

  /**
   * Makes the form.
   *
   * @param configuration as it was read
   * @return JSON, which is YAML
   */
  static String of(YamlMap configuration) {
    HarmlessConfiguration harmless = new HarmlessConfiguration();
    harmless.root(configuration);
    return harmless.json.toString();
  }

  private void root(YamlMap configuration) {
    json.append('{');
    for (String section : configuration.keys()) {
      if (!section.equals("service")) {
        name(section);
        value(section, configuration.get(section).orElseThrow(), section.equals("receivers"));
        json.append(',');
      }
    }
    name("service");
    json.append('{');
    if (configuration.get("service").orElse(YamlMap.EMPTY) instanceof YamlMap service) {
      for (String key : service.keys()) {
        if (!key.equals("telemetry")) {
          name(key);
          value(key, service.get(key).orElseThrow(), false);
          json.append(',');
        }
      }
    }
    json.append("\"telemetry\":{\"metrics\":{\"level\":\"none\"}}}}");
  }

  private void value(String key, YamlNode node, boolean listens) {
    if (node instanceof YamlMap map) {
      json.append('{');
      String comma = "";
      for (String name : map.keys()) {
        json.append(comma);
        name(name);
        value(name, map.get(name).orElseThrow(), listens);
        comma = ",";
      }
      json.append('}');
    } else if (node instanceof YamlList list) {
      json.append('[');
      String comma = "";
      for (YamlNode item : list.items()) {
        json.append(comma);
        value(key, item, listens);
        comma = ",";
      }
      json.append(']');
    } else {
      scalar(key, (YamlScalar) node, listens);
    }
  }

  private void scalar(String key, YamlScalar scalar, boolean listens) {
    if (scalar.isNull()) {
      json.append("null");
    } else if (listens && key.equals("endpoint")) {
      text("127.0.0.1:0");
    } else if (scalar.plain() && AS_IT_IS.matcher(scalar.text()).matches()) {
      json.append(scalar.text());
    } else {
      String stand = PLACES.contains(key.toLowerCase(Locale.ROOT)) ? ADDRESS : MADE_UP;
      text(FROM_ELSEWHERE.matcher(scalar.text()).replaceAll(Matcher.quoteReplacement(stand)));
    }
  }

  private void name(String name) {
    text(name);
    json.append(':');
  }

  private void text(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
