package dev.ocelot.maven.console;

import dev.ocelot.json.JsonWriter;

/** Writes one JSON document. */
@FunctionalInterface
public interface JsonDocument {
  /** A goal that has no form for programs. */
  JsonDocument NONE = json -> json.object().end();

  /**
   * Writes the document.
   *
   * @param json where to
   */
  void writeTo(JsonWriter json);
}
