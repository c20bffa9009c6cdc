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
  private static final String BILL = "{\"components\": []}\n";

  private final Path folder;
  private final PublishedLayers published;
  private final PublishSettings settings = LayerSamples.settings(false, "us-east-1");

  StoredBillTest(@TempDir Path folder) {
    this.folder = folder;
    this.published = new PublishedLayers(folder);
  }

  private BuiltLayer layer(String bill) throws Exception {
    BuiltLayer layer = LayerSamples.layer(folder, "hello", "one");
    Files.writeString(StoredBill.file(layer.file()), bill);
    return layer;
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
    BuiltLayer layer = layer(BILL);
    published.publish(settings, layer);

    assertThat(stored(layer)).isEqualTo(BILL);
  }

  @Test
  void aRowWithoutItGetsItWhenTheSameIsPublishedAgain() throws Exception {
    BuiltLayer layer = layer(BILL);
    published.publish(settings, layer);
    published.change(published.row("us-east-1", layer.name(), 1), "sbom", new Row.Text("broken"));

    assertThat(published.publish(settings, layer).summary().get(0).detail())
        .isEqualTo("version 1 has the same MD5, mended its row");
    assertThat(stored(layer)).isEqualTo(BILL);
    assertThat(published.publish(settings, layer).count(Receipt.Outcome.REUSED)).isEqualTo(1);
  }

  @Test
  void anotherPackingOfTheSameBillIsNoDifference() throws Exception {
    BuiltLayer layer = layer(BILL);
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
}
