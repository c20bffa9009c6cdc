package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A bill of materials as a row holds it: gzip in base64, because a row takes no more than 400 KB
 * with all its attributes.
 *
 * @param text gzip in base64
 */
public record StoredBill(String text) {
  /** The most characters that a row keeps for a bill; the rest of a row is a few kilobytes. */
  static final int LONGEST = 350 * 1024;

  private static final int MOST_UNPACKED = 64 * 1024 * 1024;

  /**
   * Packs a bill.
   *
   * @param bill the document
   * @return the packed bill, or empty when a row cannot take it
   */
  static Optional<StoredBill> of(byte[] bill) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bill);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    String text = Base64.getEncoder().encodeToString(packed.toByteArray());
    return text.length() > LONGEST ? Optional.empty() : Optional.of(new StoredBill(text));
  }

  /**
   * The bill beside a layer, packed; empty when there is none that is about these bytes, or none
   * that a row could take.
   */
  static Optional<StoredBill> beside(Path layer, String sha256) {
    try {
      byte[] bill = Files.readAllBytes(file(layer));
      return isOf(bill, sha256) ? of(bill) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the bill of a layer lies.
   *
   * @param layer the layer's zip
   * @return the file beside it
   */
  public static Path file(Path layer) {
    return layer.resolveSibling(layer.getFileName() + BillOfMaterials.EXTENSION);
  }

  /**
   * Whether a bill says that it is about certain bytes.
   *
   * @param bill the document
   * @param sha256 the digest of the bytes
   * @return false also when it is no bill
   */
  static boolean isOf(byte[] bill, String sha256) {
    return new JsonTree()
            .parse(bill, "bill", new Problems())
            .flatMap(root -> member(root, "metadata"))
            .flatMap(metadata -> member(metadata, "component"))
            .flatMap(component -> member(component, "hashes"))
            .filter(JsonNode.Items.class::isInstance)
            .stream()
            .flatMap(hashes -> ((JsonNode.Items) hashes).items().stream())
            .filter(hash -> text(hash, "alg").equals("SHA-256"))
            .anyMatch(hash -> text(hash, "content").equals(sha256));
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return node instanceof JsonNode.Members members ? members.get(name) : Optional.empty();
  }

  private static String text(JsonNode node, String name) {
    return member(node, name).orElse(node) instanceof JsonNode.Text text ? text.text() : "";
  }

  /**
   * The bill itself.
   *
   * @return the document, or empty when the text is no packed bill
   */
  public Optional<byte[]> unpacked() {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      byte[] bill = gzip.readNBytes(MOST_UNPACKED);
      return gzip.read() < 0 ? Optional.of(bill) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
