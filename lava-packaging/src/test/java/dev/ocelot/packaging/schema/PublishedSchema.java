package dev.ocelot.packaging.schema;

import static com.networknt.schema.SpecificationVersion.DRAFT_2020_12;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A schema as it is published, asked by a validator that is not ours. */
public final class PublishedSchema {
  private final Schema schema;

  /**
   * Loads a schema from the class path.
   *
   * @param name without {@code .schema.json}
   */
  public PublishedSchema(String name) {
    String resource = "/dev/ocelot/config/schemas/" + name + ".schema.json";
    try (InputStream in =
        Objects.requireNonNull(PublishedSchema.class.getResourceAsStream(resource), resource)) {
      this.schema = SchemaRegistry.withDefaultDialect(DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What it says of a JSON document.
   *
   * @param document the text
   * @return what is wrong
   */
  public List<String> complaintsAboutJson(String document) {
    return complaints(document, InputFormat.JSON);
  }

  /**
   * What it says of a YAML document, as an editor's YAML 1.2 reads it.
   *
   * @param document the text
   * @return what is wrong
   */
  public List<String> complaintsAboutYaml(String document) {
    return complaints(document, InputFormat.YAML);
  }

  private List<String> complaints(String document, InputFormat format) {
    return schema.validate(document, format).stream().map(Object::toString).toList();
  }
}
