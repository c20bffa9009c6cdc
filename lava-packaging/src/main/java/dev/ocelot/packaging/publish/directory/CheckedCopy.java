package dev.ocelot.packaging.publish.directory;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerUpload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * Copies an upload to where it will be served, and holds the bytes to what was said of them.
 *
 * @param upload what is copied
 * @param sent is told how many more bytes were copied
 */
record CheckedCopy(LayerUpload upload, LongConsumer sent) {
  private static final int BUFFER = 256 * 1024;

  /** Copies in pieces; the target is on the disk when this returns. */
  void to(Path target) throws IOException, LayerServiceException {
    MessageDigest digest = Digest.SHA256.begin();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(upload.file());
        FileChannel out =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
        while (piece.hasRemaining()) {
          sent.accept(out.write(piece));
        }
      }
      out.force(true);
    }
    String found = Digest.end(digest);
    if (!found.equals(upload.sha256())) {
      throw new LayerServiceException(
          Fault.INVALID,
          upload.file().getFileName()
              + " changed: its sha256 is "
              + found
              + ", not "
              + upload.sha256());
    }
  }
}
