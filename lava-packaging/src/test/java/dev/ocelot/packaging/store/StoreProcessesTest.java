package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.lock.OtherProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one store, and processes that die. */
@Timeout(120)
class StoreProcessesTest {
  private static final BuildKey KEY = BuildKeyTest.key("script", "1");

  private final Path root;

  StoreProcessesTest(@TempDir Path folder) {
    this.root = folder.resolve("store");
  }

  @Test
  void ofManyThatWantTheSameOneBuildsAndTheOthersFindIt() throws IOException {
    Store store = Store.open(root);
    List<OtherProcess> others = new ArrayList<>();
    try {
      KeyLock start = store.lock(KEY, StoreFixture.WAIT);
      for (int i = 0; i < 3; i++) {
        others.add(OtherProcess.start(StoreProcess.class, "build", root));
      }
      for (OtherProcess other : others) {
        assertThat(other.line()).isEqualTo("waits for process " + ProcessHandle.current().pid());
      }
      start.close();
      List<String> said = new ArrayList<>();
      for (OtherProcess other : others) {
        said.add(other.line() + " " + other.line());
      }
      assertThat(said)
          .containsExactlyInAnyOrder(
              "filled built", "reused end of output", "reused end of output");
      assertThat(store.find(KEY)).isInstanceOf(Lookup.Hit.class);
      others.forEach(OtherProcess::finish);
      assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
    } finally {
      others.forEach(OtherProcess::close);
    }
  }

  @Test
  void aKilledWriterLeavesNothingThatTheNextRunDoesNotSweep() {
    Store store = Store.open(root);
    try (OtherProcess other = OtherProcess.start(StoreProcess.class, "hang", root)) {
      assertThat(other.line()).isEqualTo("filled");
      Store.open(root);
      assertThat(StoreFixture.below(root.resolve("scratch")))
          .as("nothing is swept while its owner lives")
          .anyMatch(name -> name.endsWith("a.zip"));
      other.kill();
    }
    assertThat(store.find(KEY)).isEqualTo(new Lookup.Miss());
    Store.open(root);
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
    try (OtherProcess next = OtherProcess.start(StoreProcess.class, "build", root)) {
      assertThat(next.line()).isEqualTo("filled");
      assertThat(next.line()).isEqualTo("built");
    }
  }

  @Test
  void aScratchFolderOfOursIsNotSweptByUs() {
    Store store = Store.open(root);
    try (Scratch scratch = store.scratch()) {
      Store.open(root);
      assertThat(scratch.path()).isDirectory();
    }
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
  }

  @Test
  void whatNobodyOwnsIsSwept() throws IOException {
    Store.open(root);
    StoreFixture.write(root.resolve("scratch/unowned-1/x/y"), "left by a kill");
    Path locked = Files.createDirectories(root.resolve("scratch/unowned-2/locked"));
    FileFacts.setMode(locked, 0);
    Store.open(root);
    assertThat(StoreFixture.below(root.resolve("scratch"))).isEmpty();
  }
}
