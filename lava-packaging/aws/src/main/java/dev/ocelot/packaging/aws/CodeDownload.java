package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** Fetches what a presigned address serves. The address is a secret while it is valid. */
final class CodeDownload {
  private static final int BUFFER = 256 * 1024;

  private final AwsPatience patience;

  CodeDownload(AwsPatience patience) {
    this.patience = patience;
  }

  /** Streams it into a new file, which is not there when that fails. */
  void to(Path target, String address, long size, LongConsumer received)
      throws LayerServiceException {
    boolean whole = false;
    try {
      long count = copied(target, address, received);
      if (count != size) {
        throw new LayerServiceException(
            Fault.TRANSIENT, "of " + size + " bytes of a layer only " + count + " came");
      }
      whole = true;
    } catch (IOException e) {
      // Its message may hold the address.
      throw new LayerServiceException(
          Fault.TRANSIENT, "a layer could not be fetched: " + e.getClass().getSimpleName());
    } finally {
      if (!whole) {
        discarded(target);
      }
    }
  }

  private static void discarded(Path target) {
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      // The failure that is on its way says more.
    }
  }

  private long copied(Path target, String address, LongConsumer received)
      throws IOException, LayerServiceException {
    HttpURLConnection connection = connection(address);
    connection.setConnectTimeout(Math.toIntExact(patience.connect().toMillis()));
    connection.setReadTimeout(Math.toIntExact(patience.silence().toMillis()));
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new LayerServiceException(
            status >= 500 ? Fault.TRANSIENT : Fault.UNAVAILABLE,
            "a layer could not be fetched: status " + status);
      }
      try (InputStream in = connection.getInputStream();
          OutputStream out =
              Files.newOutputStream(
                  target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        return copy(in, out, received);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static HttpURLConnection connection(String address)
      throws IOException, LayerServiceException {
    if (address.startsWith("https:") || address.startsWith("http:")) {
      return (HttpURLConnection) URI.create(address).toURL().openConnection();
    }
    throw new LayerServiceException(
        Fault.UNAVAILABLE, "the service names no address that a layer can be fetched from");
  }

  private static long copy(InputStream in, OutputStream out, LongConsumer received)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      count += read;
      received.accept(read);
    }
    return count;
  }
}
