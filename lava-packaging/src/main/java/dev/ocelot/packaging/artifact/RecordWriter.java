package dev.ocelot.packaging.artifact;

import dev.ocelot.json.JsonWriter;

/** Writes a record's fields in one order. */
final class RecordWriter {
  private final JsonWriter json;

  RecordWriter(JsonWriter json) {
    this.json = json;
  }

  void write(ArtifactRecord record) {
    json.object();
    CommonFields.writeSchema(json, ArtifactRecord.SCHEMA);
    CommonFields.writeId(json, record.id());
    json.name("file").value(record.file());
    CommonFields.writeDigests(json, record.digests(), record.contentDigest());
    json.name("structuralTag").value(record.tag().tag().text());
    json.name("inputs").array();
    record.tag().inputs().forEach(this::write);
    json.end();
    json.name("buildKey").value(record.buildKey());
    writeIfAny("builderDigest", record.builderDigest());
    json.name("sources").array();
    record.sources().forEach(this::write);
    json.end();
    json.name("tools").array();
    record.tools().forEach(this::write);
    json.end();
    json.name("options").object();
    record.options().forEach((name, value) -> json.name(name).value(value));
    json.end();
    json.end();
  }

  private void write(RecordedInput input) {
    json.object();
    json.name("path").value(input.path());
    json.name("size").value(input.size());
    json.name("sha256").value(input.sha256());
    json.end();
  }

  private void write(RecordedSource source) {
    json.object();
    json.name("location").value(source.location());
    writeIfAny("commit", source.commit());
    writeIfAny("sha256", source.sha256());
    json.end();
  }

  private void write(RecordedTool tool) {
    json.object();
    json.name("name").value(tool.name());
    json.name("version").value(tool.version());
    json.end();
  }

  private void writeIfAny(String name, String text) {
    if (!text.isEmpty()) {
      json.name(name).value(text);
    }
  }
}
