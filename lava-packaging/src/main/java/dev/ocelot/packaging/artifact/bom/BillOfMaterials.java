package dev.ocelot.packaging.artifact.bom;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.RecordedTool;
import dev.ocelot.packaging.json.JsonFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What an artifact holds, as a CycloneDX 1.6 document in {@code F.cdx.json} beside the artifact
 * {@code F}. The serial number derives from the artifact's sha256.
 *
 * @param record the artifact
 * @param parts what it holds; kept sorted, each once
 */
public record BillOfMaterials(ArtifactRecord record, List<Part> parts) {
  /** The extension that a bill adds to its artifact's file name. */
  public static final String EXTENSION = ".cdx.json";

  private static final String SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";
  private static final long VERSION_8 = 0x8000;
  private static final long VARIANT = 0x8000;

  /** Keeps a sorted copy. */
  public BillOfMaterials {
    parts = parts.stream().distinct().sorted().toList();
  }

  /**
   * Writes the bill beside its artifact, whole.
   *
   * @param folder the folder that holds the artifact
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when it cannot be written
   */
  public void write(Path folder) {
    Path file = folder.resolve(record.file() + EXTENSION);
    try {
      JsonFile.write(file, this::write);
    } catch (IOException e) {
      throw NotWritten.of(file, e);
    }
  }

  private void write(JsonWriter json) {
    json.object();
    json.name("$schema").value(SCHEMA);
    json.name("bomFormat").value("CycloneDX");
    json.name("specVersion").value("1.6");
    json.name("serialNumber").value("urn:uuid:" + serial(record.digests().sha256()));
    json.name("version").value(1);
    json.name("metadata").object();
    writeTools(json);
    writeSubject(json);
    json.end();
    json.name("components").array();
    parts.forEach(part -> write(json, part));
    json.end();
    json.name("dependencies").array();
    json.object().name("ref").value(subject());
    json.name("dependsOn").array();
    parts.forEach(part -> json.value(part.purl()));
    json.end().end();
    json.end();
    json.end();
  }

  private void writeTools(JsonWriter json) {
    if (record.tools().isEmpty()) {
      return;
    }
    json.name("tools").object();
    json.name("components").array();
    for (RecordedTool tool : record.tools()) {
      json.object();
      json.name("type").value("application");
      json.name("name").value(tool.name());
      json.name("version").value(tool.version());
      json.end();
    }
    json.end().end();
  }

  private void writeSubject(JsonWriter json) {
    json.name("component").object();
    json.name("type").value("file");
    json.name("bom-ref").value(subject());
    json.name("name").value(record.file());
    json.name("version").value(record.id().version());
    writeHash(json, record.digests().sha256());
    json.end();
  }

  private static void write(JsonWriter json, Part part) {
    json.object();
    json.name("type").value("library");
    json.name("bom-ref").value(part.purl());
    json.name("name").value(part.name());
    if (!part.version().isEmpty()) {
      json.name("version").value(part.version());
    }
    writeHash(json, part.sha256());
    if (!part.licence().isEmpty()) {
      json.name("licenses").array().object().name("license").object();
      json.name("id").value(part.licence());
      json.end().end().end();
    }
    json.name("purl").value(part.purl());
    json.end();
  }

  private static void writeHash(JsonWriter json, String sha256) {
    if (!sha256.isEmpty()) {
      json.name("hashes").array().object();
      json.name("alg").value("SHA-256");
      json.name("content").value(sha256);
      json.end().end();
    }
  }

  private String subject() {
    return record.id().kind() + ":" + record.file();
  }

  /** The first 128 bits of a digest as a UUID of version 8, which is free for such a use. */
  private static UUID serial(String sha256) {
    ByteBuffer bits = ByteBuffer.wrap(HexFormat.of().parseHex(sha256));
    long high = (bits.getLong() & ~0xF000L) | VERSION_8;
    long low = (bits.getLong() & ~(0xC000L << 48)) | (VARIANT << 48);
    return new UUID(high, low);
  }
}
