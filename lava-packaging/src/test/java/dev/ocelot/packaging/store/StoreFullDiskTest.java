package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class StoreFullDiskTest {
  private static final BuildKey KEPT = BuildKeyTest.key("script", "1");
  private static final BuildKey KEY = BuildKeyTest.key("script", "2");

  /** What fails. */
  enum Failing {
    WRITE,
    MOVE
  }

  @ParameterizedTest
  @EnumSource
  void isAProblemAndLeavesWhatWasThere(Failing failing, @TempDir Path root) {
    StoreFixture.put(Store.open(root), KEPT, Map.of("a.zip", "zip"));
    List<String> before = StoreFixture.below(root);

    Store full = Store.open(root, new FullDisk(failing));
    assertThatThrownBy(() -> StoreFixture.put(full, KEY, Map.of("b.zip", "zip")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("store-unusable")
        .hasMessageContaining("No space left on device");

    assertThat(full.find(KEY)).isEqualTo(new Lookup.Miss());
    assertThat(full.find(KEPT)).isInstanceOf(Lookup.Hit.class);
    String shelf = "entries/" + KEY.sha256().substring(0, 2);
    assertThat(StoreFixture.below(root).stream().filter(name -> !name.equals(shelf)))
        .containsExactlyElementsOf(before);
  }

  @ParameterizedTest
  @EnumSource
  void costsTheMemoryOfStepsNothingButTheNewest(Failing failing, @TempDir Path root) {
    Store.open(root).memory("repo").remember("hello", KEPT);
    KeyMemory full = Store.open(root, new FullDisk(failing)).memory("repo");
    full.remember("hello", KEY);
    assertThat(full.lastKey("hello")).contains(KEPT);
    assertThat(StoreFixture.below(root.resolve("memory"))).hasSize(1);
  }

  /** A disk without space. */
  private record FullDisk(Failing failing) implements StoreFiles {
    @Override
    public void write(Path file, byte[] bytes) throws IOException {
      if (failing == Failing.WRITE) {
        DISK.write(file, new byte[0]);
        throw new IOException(file + ": No space left on device");
      }
      DISK.write(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      if (failing == Failing.MOVE) {
        throw new IOException(to + ": No space left on device");
      }
      DISK.move(from, to);
    }
  }
}
