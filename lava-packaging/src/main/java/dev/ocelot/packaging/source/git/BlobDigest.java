package dev.ocelot.packaging.source.git;

import dev.ocelot.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The id that git gives to a content. */
final class BlobDigest {
  private static final int BUFFER = 1 << 16;

  private BlobDigest() {}

  /** Copies a content and says what its id is. */
  static String copy(InputStream content, long size, OutputStream out) throws IOException {
    MessageDigest digest = Digest.SHA1.begin();
    digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
    byte[] buffer = new byte[BUFFER];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    return Digest.end(digest);
  }
}
