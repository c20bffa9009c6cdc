package dev.ocelot.packaging.artifact;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The fields that records and {@code artifacts.json} share. Reading answers suppliers, which are
 * asked only when no problem was found.
 */
final class CommonFields {
  /** Raised when the meaning of a field changes. */
  static final int SCHEMA_VERSION = 1;

  private CommonFields() {}

  static void writeSchema(JsonWriter json, String schema) {
    json.name("schema").value(schema);
    json.name("schemaVersion").value(SCHEMA_VERSION);
  }

  static void readSchema(JsonFields fields, String schema, Problems problems) {
    fields.text("schema", Pattern.compile(schema), schema);
    long version = fields.whole("schemaVersion");
    if (version != SCHEMA_VERSION) {
      problems.add(
          Problem.error(JsonTree.JSON_INVALID, "written by another version of Ocelot")
              .at(fields.place("schemaVersion"))
              .comparing("schemaVersion " + version, "schemaVersion " + SCHEMA_VERSION)
              .withRemedy(Remedy.advice("build again with this version")));
    }
  }

  static void writeId(JsonWriter json, ArtifactId id) {
    json.name("kind").value(id.kind().text());
    json.name("name").value(id.name());
    json.name("version").value(id.version());
    json.name("platform").value(id.platform());
  }

  static Supplier<ArtifactId> readId(JsonFields fields) {
    String kind = fields.text("kind", ArtifactKind.FORM, Forms.KIND_WORDS);
    String name = fields.text("name");
    String version = fields.text("version");
    String platform = fields.text("platform", Forms.PLATFORM, Forms.PLATFORM_WORDS);
    return () -> new ArtifactId(new ArtifactKind(kind), name, version, platform);
  }

  static void writeDigests(JsonWriter json, FileDigests digests, String contentDigest) {
    json.name("size").value(digests.size());
    json.name("sha256").value(digests.sha256());
    json.name("md5").value(digests.md5());
    json.name("contentDigest").value(contentDigest);
  }

  static FileDigests readDigests(JsonFields fields) {
    return new FileDigests(
        fields.whole("size"),
        fields.text("sha256", Forms.SHA256, Forms.SHA256_WORDS),
        fields.text("md5", Forms.MD5, Forms.MD5_WORDS));
  }

  static String readContentDigest(JsonFields fields) {
    return fields.text("contentDigest", Forms.SHA256, Forms.SHA256_WORDS);
  }
}
