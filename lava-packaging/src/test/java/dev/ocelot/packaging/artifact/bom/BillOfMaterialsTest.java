package dev.ocelot.packaging.artifact.bom;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ocelot.packaging.artifact.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
  private static final String CYCLONEDX = "http://cyclonedx.org/schema/";
  private static final Part GRPC =
      new Part(
          "pkg:golang/google.golang.org/grpc@v1.72.0",
          "google.golang.org/grpc",
          "v1.72.0",
          "",
          "Apache-2.0");
  private static final Part ZSTD = new Part("pkg:generic/zstd@1.5", "zstd", "1.5", Samples.SHA, "");

  private final Path folder;

  BillOfMaterialsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String written(List<Part> parts) throws IOException {
    new BillOfMaterials(Samples.record(), parts).write(folder);
    return Files.readString(folder.resolve("hello-amd64.zip.cdx.json"));
  }

  private static Schema cycloneDx() {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemas(BillOfMaterialsTest::published))
        .getSchema(SchemaLocation.of(CYCLONEDX + "bom-1.6.schema.json"));
  }

  /** The schemas as CycloneDX's own library ships them. */
  private static String published(String id) {
    String resource = "/" + id.substring(id.lastIndexOf('/') + 1);
    try (InputStream in =
        Objects.requireNonNull(BillOfMaterialsTest.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void isWhatCycloneDxDemands() throws IOException {
    assertThat(cycloneDx().validate(written(List.of(GRPC, ZSTD)), InputFormat.JSON)).isEmpty();
    assertThat(cycloneDx().validate(written(List.of()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaIsNotBlind() throws IOException {
    String wrong = written(List.of(GRPC)).replace("Apache-2.0", "No Such Licence");
    assertThat(cycloneDx().validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void theOrderOfGatheringDoesNotShow() throws IOException {
    assertThat(written(List.of(GRPC, ZSTD))).isEqualTo(written(List.of(ZSTD, GRPC, ZSTD)));
  }

  @Test
  void theSerialNumberComesFromTheArtifact() throws IOException {
    assertThat(written(List.of()))
        .contains("\"serialNumber\": \"urn:uuid:01234567-89ab-8def-8123-456789abcdef\"");
  }
}
