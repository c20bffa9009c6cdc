package dev.ocelot.packaging.publish.directory;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The policy of a version; none when nobody beyond the owner may use it.
 *
 * @param file where it lies
 */
record PolicyFile(Path file) {

  List<PolicyStatement> read() throws IOException, LayerServiceException {
    return StoredJson.read(file, "a policy", PolicyFile::statements).orElse(List.of());
  }

  private static List<PolicyStatement> statements(JsonNode.Members object, Problems problems) {
    JsonFields policy = new JsonFields(object, "a policy", problems);
    return policy.objects("statements").stream()
        .map(each -> statement(new JsonFields(each, "a statement", problems)))
        .sorted()
        .toList();
  }

  private static PolicyStatement statement(JsonFields fields) {
    return new PolicyStatement(
        fields.text("id"),
        fields.text("action"),
        fields.text("principal"),
        fields.text("organization", ""));
  }

  void write(List<PolicyStatement> statements) throws IOException {
    if (statements.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    JsonFile.write(
        file,
        json -> {
          json.object().name("statements").array();
          statements.stream().sorted().forEach(statement -> write(json, statement));
          json.end().end();
        });
  }

  private static void write(JsonWriter json, PolicyStatement statement) {
    json.object();
    json.name("id").value(statement.id());
    json.name("action").value(statement.action());
    json.name("principal").value(statement.principal());
    if (!statement.organization().isEmpty()) {
      json.name("organization").value(statement.organization());
    }
    json.end();
  }
}
