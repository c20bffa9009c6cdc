package dev.ocelot.tag;

import dev.ocelot.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What one reading at a time needs, kept for the next. */
final class Workspace {
  private static final int BUFFER_BYTES = 1 << 16;

  private final byte[] bytes = new byte[BUFFER_BYTES];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private final MessageDigest md5 = Digest.MD5.begin();
  private @Nullable InputDescription description;

  ByteBuffer buffer() {
    return buffer;
  }

  MessageDigest md5() {
    return md5;
  }

  /** Ready for the next input. */
  InputDescription description() {
    if (description == null) {
      description = new InputDescription();
    }
    description.reset();
    return description;
  }

  void addToTag(int length) {
    md5.update(bytes, 0, length);
  }

  void copyTo(ByteArrayOutputStream target, int length) {
    target.write(bytes, 0, length);
  }

  void addToDescription(int length) {
    addToDescription(bytes, length);
  }

  void addToDescription(byte[] all) {
    addToDescription(all, all.length);
  }

  private void addToDescription(byte[] held, int length) {
    md5.update(held, 0, length);
    if (description != null) {
      description.update(held, length);
    }
  }
}
