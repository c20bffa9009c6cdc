package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StoreEntryTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private final Path output;
  private final StoreEntry entry;

  StoreEntryTest(@TempDir Path folder) {
    this.output = folder.resolve("target/ocelot/components/hello");
    Store store = Store.open(folder.resolve("store"));
    this.entry = StoreFixture.put(store, BuildKeyTest.key("a", "1"), Map.of("hello.zip", "zip"));
  }

  @Test
  void isPlacedWhereItIsWanted() throws IOException {
    entry.place("hello.zip", output.resolve("hello-amd64.zip"));
    assertThat(output.resolve("hello-amd64.zip")).hasContent("zip");
    assertThat(StoreFixture.below(output)).containsExactly("hello-amd64.zip");
  }

  @Test
  void leavesAloneWhatIsInPlaceAlready() throws IOException {
    Path target = output.resolve("hello.zip");
    entry.place("hello.zip", target);
    Files.setLastModifiedTime(target, LONG_AGO);
    entry.place("hello.zip", target);
    assertThat(Files.getLastModifiedTime(target)).isEqualTo(LONG_AGO);
  }

  @Test
  void replacesWhatIsNot() throws IOException {
    Path target = output.resolve("hello.zip");
    StoreFixture.write(target, "ZIP");
    entry.place("hello.zip", target);
    assertThat(target).hasContent("zip");

    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    entry.place("hello.zip", target);
    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(entry.path("hello.zip")));
  }

  @Test
  void replacesALinkAndNotWhatItLeadsTo() throws IOException {
    Path target = output.resolve("hello.zip");
    StoreFixture.write(output.resolve("precious"), "zip");
    Files.createSymbolicLink(target, output.resolve("precious"));
    entry.place("hello.zip", target);
    assertThat(target).isRegularFile().hasContent("zip");
    assertThat(Files.isSymbolicLink(target)).isFalse();
  }

  @Test
  void whoEditsTheTargetDoesNotEditTheStore() throws IOException {
    Path target = output.resolve("hello.zip");
    entry.place("hello.zip", target);
    Files.writeString(target, "edited");
    assertThat(entry.path("hello.zip")).hasContent("zip");
  }

  @Test
  void doesNotPlaceWhatChangedMeanwhile() throws IOException {
    Path target = output.resolve("hello.zip");
    StoreFixture.write(target, "before");
    Files.writeString(entry.path("hello.zip"), "ZIP");
    assertThatThrownBy(() -> entry.place("hello.zip", target))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file-access");
    assertThat(target).hasContent("before");
    assertThat(StoreFixture.below(output)).containsExactly("hello.zip");
  }

  @Test
  void leavesNothingWhereItCannotBePlaced() throws IOException {
    Path target = output.resolve("hello.zip");
    StoreFixture.write(target.resolve("in-the-way"), "x");
    assertThatThrownBy(() -> entry.place("hello.zip", target))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(target.toString());
    assertThat(StoreFixture.below(output)).containsExactly("hello.zip", "hello.zip/in-the-way");
  }
}
