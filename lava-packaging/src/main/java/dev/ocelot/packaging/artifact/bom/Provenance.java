package dev.ocelot.packaging.artifact.bom;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.RecordedInput;
import dev.ocelot.packaging.artifact.RecordedSource;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.json.JsonFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How an artifact came to be: an in-toto statement of one line with SLSA provenance 1, in {@code
 * F.intoto.jsonl} beside the artifact {@code F}. It is not signed.
 *
 * @param record the artifact
 */
public record Provenance(ArtifactRecord record) {
  /** The extension that a statement adds to its artifact's file name. */
  public static final String EXTENSION = ".intoto.jsonl";

  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "https://slsa.dev/provenance/v1";
  private static final String BUILDER = "urn:ocelot:builder:1";

  /**
   * Writes the statement beside its artifact, whole.
   *
   * @param folder the folder that holds the artifact
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when it cannot be written
   */
  public void write(Path folder) {
    Path file = folder.resolve(record.file() + EXTENSION);
    try {
      JsonFile.writeLine(file, this::write);
    } catch (IOException e) {
      throw NotWritten.of(file, e);
    }
  }

  private void write(JsonWriter json) {
    json.object();
    json.name("_type").value(STATEMENT);
    json.name("subject").array().object();
    json.name("name").value(record.file());
    writeDigest(json, "sha256", record.digests().sha256());
    json.end().end();
    json.name("predicateType").value(PREDICATE);
    json.name("predicate").object();
    writeDefinition(json);
    writeRun(json);
    json.end();
    json.end();
  }

  private void writeDefinition(JsonWriter json) {
    json.name("buildDefinition").object();
    json.name("buildType").value("urn:ocelot:build:" + record.id().kind() + ":1");
    json.name("externalParameters").object();
    json.name("name").value(record.id().name());
    json.name("platform").value(record.id().platform());
    json.name("options").object();
    record.options().forEach((name, value) -> json.name(name).value(value));
    json.end().end();
    json.name("internalParameters").object();
    json.name("structuralTag").value(record.tag().tag().text());
    json.name("buildKey").value(record.buildKey());
    json.end();
    json.name("resolvedDependencies").array();
    for (RecordedInput input : record.tag().inputs()) {
      json.object().name("name").value(input.path());
      writeDigest(json, "sha256", input.sha256());
      json.end();
    }
    for (RecordedSource source : record.sources()) {
      write(json, source);
    }
    json.end();
    json.end();
  }

  private static void write(JsonWriter json, RecordedSource source) {
    json.object();
    if (source.commit().isEmpty()) {
      json.name("uri").value(source.location());
      writeDigest(json, "sha256", source.sha256());
    } else {
      json.name("uri").value("git+" + source.location());
      writeDigest(json, "gitCommit", source.commit());
    }
    json.end();
  }

  private void writeRun(JsonWriter json) {
    json.name("runDetails").object();
    json.name("builder").object();
    json.name("id").value(BUILDER);
    json.name("builderDependencies").array();
    for (RecordedTool tool : record.tools()) {
      json.object();
      json.name("name").value(tool.name());
      json.name("annotations").object().name("version").value(tool.version()).end();
      json.end();
    }
    if (!record.builderDigest().isEmpty()) {
      json.object().name("name").value("builder image");
      writeDigest(json, "sha256", record.builderDigest());
      json.end();
    }
    json.end().end();
    json.end();
  }

  private static void writeDigest(JsonWriter json, String algorithm, String digest) {
    json.name("digest").object().name(algorithm).value(digest).end();
  }
}
