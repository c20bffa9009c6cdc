package dev.ocelot.packaging.artifact;

import dev.ocelot.json.JsonWriter;

/** Writes the entries of {@code artifacts.json} in one order. */
final class EntryWriter {
  private final JsonWriter json;

  EntryWriter(JsonWriter json) {
    this.json = json;
  }

  void write(Iterable<Artifact> artifacts) {
    json.object();
    CommonFields.writeSchema(json, ArtifactsFile.SCHEMA);
    json.name("artifacts").array();
    artifacts.forEach(this::write);
    json.end();
    json.end();
  }

  private void write(Artifact artifact) {
    json.object();
    CommonFields.writeId(json, artifact.id());
    json.name("producer").value(artifact.producer());
    json.name("file").value(artifact.file());
    CommonFields.writeDigests(json, artifact.digests(), artifact.contentDigest());
    json.name("structuralTag").value(artifact.structuralTag().text());
    json.name("record").value(artifact.record());
    if (artifact.publication() instanceof Publication.Layer layer) {
      write(layer);
    }
    json.end();
  }

  private void write(Publication.Layer layer) {
    json.name("layer").object();
    json.name("distribution").value(layer.distribution());
    writeIfAny("description", layer.description());
    json.name("buildTags").array();
    layer.buildTags().forEach(json::value);
    json.end();
    writeIfAny("collectorVersion", layer.collectorVersion());
    json.name("unpackedSize").value(layer.unpackedSize());
    json.end();
  }

  private void writeIfAny(String name, String text) {
    if (!text.isEmpty()) {
      json.name(name).value(text);
    }
  }
}
