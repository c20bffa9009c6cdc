package dev.ocelot.packaging.publish.report;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.publish.PublishedRow;

/**
 * What is published, for programs.
 *
 * @param newest the versions
 */
public record JsonReport(NewestVersions newest) {

  /**
   * Writes the document.
   *
   * @param json where to
   */
  public void write(JsonWriter json) {
    json.object().name("layers").array();
    newest.rows().forEach(row -> write(json, row));
    json.end().end();
  }

  private static void write(JsonWriter json, PublishedRow row) {
    json.object();
    json.name("distribution").value(row.distribution());
    json.name("architecture").value(NewestVersions.architecture(row));
    json.name("region").value(row.region().name());
    json.name("arn").value(row.arn());
    json.name("layer").value(row.layer().text());
    json.name("version").value(row.number());
    json.name("layerVersion").value(row.layerVersion());
    json.name("collectorVersion").value(row.collectorVersion());
    json.name("releaseGroup").value(row.releaseGroup());
    json.name("public").value(row.isPublic());
    json.name("published").value(row.timestamp());
    json.name("sha256").value(row.sha256());
    json.name("md5").value(row.md5());
    json.name("structuralTag").value(row.structuralTag());
    json.name("commit").value(row.commit());
    json.end();
  }
}
