package dev.ocelot.packaging.publish.directory;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerUpload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a version beside its zip.
 *
 * @param description as published
 * @param architectures in the service's words
 * @param runtimes that it says it works with
 * @param licence an SPDX expression, or empty
 * @param sha256 of the zip when it was published
 * @param size of the zip when it was published
 */
record VersionFile(
    String description,
    List<String> architectures,
    List<String> runtimes,
    String licence,
    String sha256,
    long size) {

  static VersionFile of(LayerUpload upload) {
    return new VersionFile(
        upload.description(),
        upload.architectures(),
        upload.runtimes(),
        upload.licence(),
        upload.sha256(),
        upload.size());
  }

  static Optional<VersionFile> read(Path file) throws IOException, LayerServiceException {
    return StoredJson.read(
        file,
        "a version",
        (object, problems) -> {
          JsonFields fields = new JsonFields(object, "a version", problems);
          return new VersionFile(
              fields.text("description", ""),
              fields.texts("architectures"),
              fields.texts("runtimes"),
              fields.text("licence", ""),
              fields.text("sha256"),
              fields.whole("size"));
        });
  }

  void write(JsonWriter json) {
    json.object();
    json.name("description").value(description);
    json.name("architectures").array();
    architectures.forEach(json::value);
    json.end();
    json.name("runtimes").array();
    runtimes.forEach(json::value);
    json.end();
    json.name("licence").value(licence);
    json.name("sha256").value(sha256);
    json.name("size").value(size);
    json.end();
  }
}
