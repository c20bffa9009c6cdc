package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ocelot.packaging.lock.LockWait;
import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StoreTest {
  private static final BuildKey KEY = BuildKeyTest.key("script", "1");

  private final Path root;
  private final Store store;

  StoreTest(@TempDir Path folder) {
    this.root = folder.resolve("cache/store");
    this.store = Store.open(root);
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(store.find(KEY)).isEqualTo(new Lookup.Miss());
  }

  @Test
  void givesBackWhatWasPut() throws IOException {
    StoreFixture.put(store, KEY, Map.of("hello.zip", "zip", "meta/x", ""));
    StoreEntry entry = ((Lookup.Hit) Store.open(root).find(KEY)).entry();
    assertThat(entry.files()).extracting(StoredFile::name).containsExactly("hello.zip", "meta/x");
    assertThat(entry.find("hello.zip").orElseThrow().size()).isEqualTo(3);
    assertThat(entry.find("other")).isEmpty();
    assertThat(Files.readString(entry.path("hello.zip"))).isEqualTo("zip");
    assertThat(store.find(BuildKeyTest.key("script", "2"))).isEqualTo(new Lookup.Miss());
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    assertThat(permissions(root)).isEqualTo("rwx------");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Store.open(root);
    assertThat(permissions(root)).isEqualTo("rwx------");
  }

  @Test
  void doesNotTakeOverAFolderOfOtherThings(@TempDir Path home) throws IOException {
    StoreFixture.write(home.resolve("letter.txt"), "x");
    String before = permissions(home);
    assertThatThrownBy(() -> Store.open(home))
        .asInstanceOf(type(ProblemException.class))
        .extracting(e -> e.problems().get(0).id())
        .isEqualTo(StoreProblems.STORE_UNUSABLE);
    assertThat(permissions(home)).isEqualTo(before);
    assertThat(StoreFixture.below(home)).containsExactly("letter.txt");
  }

  @Test
  void saysWhenItsPlaceIsAFile(@TempDir Path home) {
    StoreFixture.write(home.resolve("file"), "x");
    assertThatThrownBy(() -> Store.open(home.resolve("file")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("store-unusable")
        .hasMessageContaining("file");
  }

  @Test
  void refusesAResultThatIsNoneAtAll() {
    assertThatThrownBy(() -> StoreFixture.put(store, KEY, Map.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.find(KEY)).isEqualTo(new Lookup.Miss());
  }

  @Test
  void refusesLinksInAResult() throws IOException {
    try (KeyLock lock = store.lock(KEY, StoreFixture.WAIT);
        Scratch scratch = store.scratch()) {
      Path filled = scratch.folder("filled");
      Files.createSymbolicLink(filled.resolve("link"), Path.of("/etc/passwd"));
      assertThatThrownBy(() -> lock.put(filled)).hasMessageContaining("link");
    }
  }

  @Test
  void waitsNoLongerThanItMayForAnotherRun() {
    try (KeyLock lock = store.lock(KEY, StoreFixture.WAIT)) {
      assertThat(lock.find()).isEqualTo(new Lookup.Miss());
      assertThatThrownBy(() -> store.lock(KEY, LockWait.silent(Duration.ofMillis(1))))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("store-busy");
    }
  }

  @Test
  void anInterruptedThreadStopsWaiting() {
    try (KeyLock lock = store.lock(KEY, StoreFixture.WAIT)) {
      assertThat(lock.find()).isEqualTo(new Lookup.Miss());
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> store.lock(KEY, StoreFixture.WAIT))
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }
  }

  @Test
  void remembersTheLastKeyOfAStep() {
    KeyMemory memory = store.memory("/repo/a");
    assertThat(memory.lastKey("hello amd64")).isEmpty();
    memory.remember("hello amd64", KEY);
    assertThat(Store.open(root).memory("/repo/a").lastKey("hello amd64")).contains(KEY);
    assertThat(memory.lastKey("hello arm64")).isEmpty();
    assertThat(store.memory("/repo/b").lastKey("hello amd64")).isEmpty();
    BuildKey next = BuildKeyTest.key("script", "2");
    memory.remember("hello amd64", next);
    assertThat(memory.lastKey("hello amd64")).contains(next);
  }

  @Test
  void aDamagedMemoryIsNone() throws IOException {
    KeyMemory memory = store.memory("/repo/a");
    memory.remember("hello", KEY);
    for (String name : StoreFixture.below(root.resolve("memory"))) {
      Files.writeString(root.resolve("memory").resolve(name), "nonsense");
    }
    assertThat(memory.lastKey("hello")).isEmpty();
    memory.remember("hello", KEY);
    assertThat(memory.lastKey("hello")).contains(KEY);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
