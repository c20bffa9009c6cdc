package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class StoreDamageTest {
  private static final BuildKey KEY = BuildKeyTest.key("script", "1");
  private static final BuildKey OTHER = BuildKeyTest.key("script", "2");

  private interface Damage {
    void to(Path entry) throws IOException;
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("another byte", "a.zip has another digest", e -> write(e, "a.zip", "ZIP")),
        damage("another size", "a.zip has another size", e -> write(e, "a.zip", "zipzip")),
        damage("empty after a crash", "a.zip has another size", e -> write(e, "a.zip", "")),
        damage("another mode", "a.zip has another mode", StoreDamageTest::makeExecutable),
        damage("a file too many", "other files", e -> write(e, "b.zip", "x")),
        damage("a file too few", "other files", e -> Files.delete(e.resolve("a.zip"))),
        damage("a link for a file", "a.zip is not a regular file", StoreDamageTest::link),
        damage("no manifest", "no manifest", e -> Files.delete(manifest(e))),
        damage("a manifest that is cut", "cut short or changed", StoreDamageTest::cut),
        damage("a manifest of another key", "another key", StoreDamageTest::swap),
        damage("a manifest that grew", "too large", StoreDamageTest::grow));
  }

  private static Arguments damage(String name, String says, Damage damage) {
    return arguments(Named.of(name, damage), says);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isFoundRemovedAndMadeAgain(Damage damage, String says, @TempDir Path root)
      throws IOException {
    Store store = Store.open(root);
    StoreFixture.put(store, OTHER, Map.of("a.zip", "zip"));
    Path entry = StoreFixture.put(store, KEY, Map.of("a.zip", "zip")).directory();

    damage.to(entry);

    assertThat(store.find(KEY))
        .isInstanceOfSatisfying(
            Lookup.Damaged.class, found -> assertThat(found.what()).contains(says));
    assertThat(entry).as("who only looks changes nothing").exists();
    try (KeyLock lock = store.lock(KEY, StoreFixture.WAIT)) {
      assertThat(lock.find()).isInstanceOf(Lookup.Damaged.class);
      assertThat(lock.find()).isEqualTo(new Lookup.Miss());
    }
    assertThat(entry).doesNotExist();
    StoreFixture.put(store, KEY, Map.of("a.zip", "zip"));
    assertThat(store.find(KEY)).isInstanceOf(Lookup.Hit.class);
    assertThat(store.find(OTHER)).isInstanceOf(Lookup.Hit.class);
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
  }

  private static Path manifest(Path entry) {
    return entry.resolve(EntryManifest.NAME);
  }

  private static void write(Path entry, String name, String text) throws IOException {
    Files.writeString(entry.resolve(name), text);
  }

  private static void makeExecutable(Path entry) throws IOException {
    Files.setPosixFilePermissions(
        entry.resolve("a.zip"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void link(Path entry) throws IOException {
    Path file = entry.resolve("a.zip");
    Path elsewhere = Files.move(file, entry.resolveSibling("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
  }

  private static void cut(Path entry) throws IOException {
    byte[] bytes = Files.readAllBytes(manifest(entry));
    Files.write(manifest(entry), java.util.Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void swap(Path entry) throws IOException {
    Path other = entry.resolve("../..").resolve(OTHER.sha256().substring(0, 2));
    Files.copy(
        manifest(other.resolve(OTHER.sha256())),
        manifest(entry),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void grow(Path entry) throws IOException {
    try (var channel =
        java.nio.channels.FileChannel.open(
            manifest(entry), java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {1}), 1L << 30);
    }
  }
}
