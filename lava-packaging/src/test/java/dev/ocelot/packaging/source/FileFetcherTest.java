package dev.ocelot.packaging.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFetcherTest extends SourceFetcherContract {
  private final Path folder;

  FileFetcherTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  SourceFetcher fetcher() {
    return new FileFetcher();
  }

  @Override
  String addressOf(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a file"), bytes).toUri().toString();
  }

  @Override
  String nowhere() {
    return folder.resolve("none").toUri().toString();
  }

  @Test
  void aFifoIsRefusedBeforeItIsOpened() throws Exception {
    Path fifo = folder.resolve("fifo");
    new ProcessBuilder("mkfifo", fifo.toString()).inheritIO().start().waitFor();
    assertThatThrownBy(() -> fetcher().fetch(fifo.toUri().toString(), LIMITS, (l, in) -> in.read()))
        .hasMessageContaining("not a regular file");
    assertThatThrownBy(() -> fetcher().fetch("file:relative", LIMITS, (l, in) -> in.read()))
        .hasMessageContaining("not a URL of a file");
  }
}
