package dev.ocelot.packaging.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads files of this machine, by {@code file:} URLs. */
public record FileFetcher() implements SourceFetcher {
  @Override
  public Set<String> schemes() {
    return Set.of("file");
  }

  @Override
  public void fetch(String address, SourceLimits limits, Receiver receiver)
      throws IOException, InterruptedException {
    Path file = path(address);
    // Before it is opened, since opening a FIFO waits for somebody to write.
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          Files.exists(file) ? "it is not a regular file" : "there is no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      receiver.receive(Files.size(file), in);
    }
  }

  private static Path path(String address) throws IOException {
    try {
      return Path.of(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw new IOException("it is not a URL of a file: " + e.getMessage(), e);
    }
  }
}
