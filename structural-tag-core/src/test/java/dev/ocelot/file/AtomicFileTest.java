package dev.ocelot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path dir;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void makesAndReplaces() throws IOException {
    Path file = dir.resolve("f");
    new AtomicFile(file).write("one".getBytes(UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx--x--x"));
    new AtomicFile(file).write("two".getBytes(UTF_8));

    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwx--x--x");
    assertThat(names()).containsExactly("f");
  }

  @Test
  void leavesTheFileWhenSomethingCameBetween() throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "old");

    assertThat(new AtomicFile(file).write("new".getBytes(UTF_8), () -> false)).isFalse();
    assertThatThrownBy(
            () ->
                new AtomicFile(file)
                    .write(
                        "new".getBytes(UTF_8),
                        () -> {
                          throw new IOException("gone");
                        }))
        .isInstanceOf(IOException.class);

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("f");
  }

  @Test
  void removesWhatAKillLeft() throws IOException {
    AtomicFile file = new AtomicFile(dir.resolve("f"));
    Path victim = Files.writeString(dir.resolve("victim"), "untouched");
    Files.createSymbolicLink(file.temporary(), victim);

    file.write("new".getBytes(UTF_8));

    assertThat(victim).hasContent("untouched");
    assertThat(names()).containsExactly("f", "victim");
  }

  @Test
  void failsWhereNothingCanBeWritten() {
    assertThatThrownBy(() -> new AtomicFile(dir.resolve("absent/f")).write(new byte[0]))
        .isInstanceOf(IOException.class);
  }
}
