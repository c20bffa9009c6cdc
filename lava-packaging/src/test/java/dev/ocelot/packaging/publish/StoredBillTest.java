package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredBillTest {

  private final Path folder;
  private final PublishedLayers published;
  private final PublishSettings settings = LayerSamples.settings(false, "us-east-1");

  StoredBillTest(@TempDir Path folder) {
    this.folder = folder;
    this.published = new PublishedLayers(folder);
  }

  private BuiltLayer layer(String noise) throws Exception {
    BuiltLayer layer = LayerSamples.layer(folder, "hello", "one");
    Files.writeString(StoredBill.file(layer.file()), bill(layer.digests().sha256(), noise));
    return layer;
  }

  private static String bill(String sha256, String noise) {
    return """
        {"metadata": {"component": {"name": "%s", "hashes": [{"alg": "SHA-256", "content": "%s"}]}}, "components": []}
        """
        .formatted(noise, sha256);
  }

  private String stored(BuiltLayer layer) throws LayerServiceException {
    String text = published.row("us-east-1", layer.name(), 1).text("sbom").orElse("");
    return new StoredBill(text)
        .unpacked()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }

  @Test
  void aRowKeepsTheBillBesideTheLayer() throws Exception {
    BuiltLayer layer = layer("");
    published.publish(settings, layer);

    assertThat(stored(layer)).isEqualTo(bill(layer.digests().sha256(), ""));
  }

  @Test
  void aRowWithoutItGetsItWhenTheSameIsPublishedAgain() throws Exception {
    BuiltLayer layer = layer("");
    published.publish(settings, layer);
    published.change(published.row("us-east-1", layer.name(), 1), "sbom", new Row.Text("broken"));

    assertThat(published.publish(settings, layer).summary().get(0).detail())
        .isEqualTo("version 1 has the same MD5, mended its row");
    assertThat(stored(layer)).isEqualTo(bill(layer.digests().sha256(), ""));
    assertThat(published.publish(settings, layer).count(Receipt.Outcome.REUSED)).isEqualTo(1);
  }

  @Test
  void anotherPackingOfTheSameBillIsNoDifference() throws Exception {
    BuiltLayer layer = layer("");
    published.publish(settings, layer);
    Row row = published.row("us-east-1", layer.name(), 1);
    byte[] packed = Base64.getDecoder().decode(row.text("sbom").orElseThrow());
    packed[9] = 3; // the system that packed it
    published.change(row, "sbom", new Row.Text(Base64.getEncoder().encodeToString(packed)));

    assertThat(published.publish(settings, layer).count(Receipt.Outcome.REUSED)).isEqualTo(1);
  }

  /** A row takes 400 KB; a version must be accounted for also where its bill is larger. */
  @Test
  void aBillThatARowCannotTakeIsLeftOut() throws Exception {
    byte[] noise = new byte[StoredBill.LONGEST];
    new Random(1).nextBytes(noise);
    BuiltLayer layer = layer(Base64.getEncoder().encodeToString(noise));

    assertThat(published.publish(settings, layer).problems()).isEmpty();
    assertThat(published.row("us-east-1", layer.name(), 1).text("sbom")).isEmpty();
    assertThat(published.publish(settings, layer).count(Receipt.Outcome.REUSED)).isEqualTo(1);
  }

  /** It would say that the layer holds what it does not. */
  @Test
  void aBillOfOtherBytesIsNotStored() throws Exception {
    BuiltLayer layer = layer("");
    Files.writeString(StoredBill.file(layer.file()), bill("00".repeat(32), ""));

    assertThat(published.publish(settings, layer).problems()).isEmpty();
    assertThat(published.row("us-east-1", layer.name(), 1).text("sbom")).isEmpty();
  }

  @Test
  void aStoredBillOfOtherBytesIsReplaced() throws Exception {
    BuiltLayer layer = layer("");
    published.publish(settings, layer);
    String other = bill("00".repeat(32), "");
    published.change(
        published.row("us-east-1", layer.name(), 1),
        "sbom",
        new Row.Text(StoredBill.of(other.getBytes(StandardCharsets.UTF_8)).orElseThrow().text()));

    assertThat(published.publish(settings, layer).count(Receipt.Outcome.REPAIRED)).isEqualTo(1);
    assertThat(stored(layer)).isEqualTo(bill(layer.digests().sha256(), ""));
  }
}
