package dev.ocelot.packaging.store;

import dev.ocelot.digest.Digest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * What decides whether a result may be used again: a SHA-256 over everything that shapes its bytes.
 *
 * <p>Every record goes in as the length and the UTF-8 bytes of its subject, then of its value, so
 * that no two lists of records give the same bytes. The order of the records counts. The records
 * stay readable, so that a changed key can be explained.
 */
public final class BuildKey {
  private final List<KeyRecord> records;
  private final String sha256;

  private BuildKey(List<KeyRecord> records) {
    this.records = List.copyOf(records);
    this.sha256 = digest(this.records);
  }

  /**
   * The key of a list of records.
   *
   * @param records at least one
   * @return the key
   */
  public static BuildKey of(List<KeyRecord> records) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a key without records");
    }
    return new BuildKey(records);
  }

  /**
   * Starts a key.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private static String digest(List<KeyRecord> records) {
    MessageDigest sha = Digest.SHA256.begin();
    for (KeyRecord record : records) {
      update(sha, record.subject());
      update(sha, record.value());
    }
    return Digest.end(sha);
  }

  private static void update(MessageDigest sha, String text) {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not Unicode text: " + text, e);
    }
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.remaining()).flip());
    sha.update(bytes);
  }

  /**
   * The digest, which names the entry.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String sha256() {
    return sha256;
  }

  /**
   * What the digest was computed over.
   *
   * @return the records in order
   */
  public List<KeyRecord> records() {
    return records;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BuildKey key && key.sha256.equals(sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return sha256;
  }

  /** Gathers records in order. */
  public static final class Builder {
    private final List<KeyRecord> records = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a record.
     *
     * @param subject what it is, in words that can stand in a sentence
     * @param value its value or digest
     * @return this
     */
    public Builder add(String subject, String value) {
      records.add(new KeyRecord(subject, value));
      return this;
    }

    /**
     * Makes the key.
     *
     * @return the key over what was added
     */
    public BuildKey build() {
      return BuildKey.of(records);
    }
  }
}
