package dev.ocelot.packaging.artifact;

import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Reads a record strictly, as far as it goes. */
final class RecordReader {
  private static final String WHAT = "an artifact record";

  private final Problems problems = new Problems();

  /**
   * Reads.
   *
   * @param root the document
   * @param found takes what is wrong
   * @return the record, or empty when a problem was added
   */
  Optional<ArtifactRecord> read(JsonNode root, Problems found) {
    Optional<Supplier<ArtifactRecord>> record =
        asObject(root).map(object -> record(new JsonFields(object, WHAT, problems)));
    found.addAll(problems.all());
    return problems.hasErrors() ? Optional.empty() : record.map(Supplier::get);
  }

  private Optional<JsonNode.Members> asObject(JsonNode root) {
    if (root instanceof JsonNode.Members object) {
      return Optional.of(object);
    }
    problems.add(wrong(WHAT + " has another type", root.location(), root.kind(), "an object"));
    return Optional.empty();
  }

  private Supplier<ArtifactRecord> record(JsonFields fields) {
    CommonFields.readSchema(fields, ArtifactRecord.SCHEMA, problems);
    Supplier<ArtifactId> id = CommonFields.readId(fields);
    String file = fields.text("file", Forms.FILE_NAME, Forms.FILE_NAME_WORDS);
    FileDigests digests = CommonFields.readDigests(fields);
    String contentDigest = CommonFields.readContentDigest(fields);
    String tag = fields.text("structuralTag", Forms.MD5, Forms.MD5_WORDS);
    List<RecordedInput> inputs = fields.objects("inputs").stream().map(this::input).toList();
    String buildKey = fields.text("buildKey", Forms.SHA256, Forms.SHA256_WORDS);
    String builder = fields.optionalText("builderDigest", Forms.SHA256, Forms.SHA256_WORDS);
    List<Supplier<RecordedSource>> sources =
        fields.objects("sources").stream().map(this::source).toList();
    List<RecordedTool> tools = fields.objects("tools").stream().map(this::tool).toList();
    SortedMap<String, String> options = fields.textsByName("options");
    fields.finish();
    return () ->
        new ArtifactRecord(
            id.get(),
            file,
            digests,
            contentDigest,
            new RecordedTag(new Tag(tag), inputs),
            buildKey,
            builder,
            sources.stream().map(Supplier::get).toList(),
            tools,
            options);
  }

  private RecordedInput input(JsonNode.Members object) {
    JsonFields fields = new JsonFields(object, "an input", problems);
    RecordedInput input =
        new RecordedInput(
            fields.text("path"),
            fields.whole("size"),
            fields.text("sha256", Forms.SHA256, Forms.SHA256_WORDS));
    fields.finish();
    return input;
  }

  private Supplier<RecordedSource> source(JsonNode.Members object) {
    JsonFields fields = new JsonFields(object, "a source", problems);
    String location = fields.text("location");
    String commit = fields.optionalText("commit", Forms.COMMIT, Forms.COMMIT_WORDS);
    String sha256 = fields.optionalText("sha256", Forms.SHA256, Forms.SHA256_WORDS);
    fields.finish();
    if (object.get("commit").isEmpty() && object.get("sha256").isEmpty()) {
      problems.add(
          wrong(
              "a source has neither commit nor sha256",
              object.location(),
              "nothing",
              "commit or sha256"));
    }
    return () -> new RecordedSource(location, commit, sha256);
  }

  private RecordedTool tool(JsonNode.Members object) {
    JsonFields fields = new JsonFields(object, "a tool", problems);
    RecordedTool tool = new RecordedTool(fields.text("name"), fields.text("version"));
    fields.finish();
    return tool;
  }

  private static Problem wrong(String message, Location place, String got, String expected) {
    return Problem.error(JsonTree.JSON_INVALID, message).at(place).comparing(got, expected);
  }
}
