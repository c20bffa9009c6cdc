package dev.ocelot.packaging.artifact;

import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code artifacts.json} strictly, as far as it goes. */
final class EntryReader {
  private final Problems problems = new Problems();

  /**
   * Reads.
   *
   * @param root the document
   * @param found takes what is wrong
   * @return the entries; empty when a problem was added
   */
  List<Artifact> read(JsonNode root, Problems found) {
    List<Supplier<Artifact>> entries = new ArrayList<>();
    if (root instanceof JsonNode.Members object) {
      JsonFields fields = new JsonFields(object, ArtifactsFile.NAME, problems);
      CommonFields.readSchema(fields, ArtifactsFile.SCHEMA, problems);
      fields.objects("artifacts").forEach(entry -> entries.add(entry(entry)));
      fields.finish();
    } else {
      problems.add(
          Problem.error(JsonTree.JSON_INVALID, ArtifactsFile.NAME + " has another type")
              .at(root.location())
              .comparing(root.kind(), "an object"));
    }
    found.addAll(problems.all());
    return problems.hasErrors() ? List.of() : entries.stream().map(Supplier::get).toList();
  }

  private Supplier<Artifact> entry(JsonNode.Members object) {
    JsonFields fields = new JsonFields(object, "an artifact", problems);
    Supplier<ArtifactId> id = CommonFields.readId(fields);
    String producer = fields.text("producer");
    String file = fields.text("file", Forms.PATH, Forms.PATH_WORDS);
    FileDigests digests = CommonFields.readDigests(fields);
    String contentDigest = CommonFields.readContentDigest(fields);
    String tag = fields.text("structuralTag", Forms.MD5, Forms.MD5_WORDS);
    String record = fields.text("record", Forms.PATH, Forms.PATH_WORDS);
    Optional<Publication> layer = fields.objectIfPresent("layer").map(this::layer);
    fields.finish();
    return () ->
        new Artifact(
            id.get(),
            producer,
            file,
            digests,
            contentDigest,
            new Tag(tag),
            record,
            layer.orElse(Publication.NONE));
  }

  private Publication layer(JsonNode.Members object) {
    JsonFields fields = new JsonFields(object, "a layer", problems);
    Publication.Layer layer =
        new Publication.Layer(
            fields.text("distribution"),
            fields.text("description", ""),
            fields.texts("buildTags"),
            fields.text("collectorVersion", ""),
            fields.whole("unpackedSize"));
    fields.finish();
    return layer;
  }
}
