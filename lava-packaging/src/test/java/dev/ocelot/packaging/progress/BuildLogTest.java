package dev.ocelot.packaging.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
  private static final JobProgress NOBODY = Progress.none().started("x", Amount.unknown());

  private final Path file;

  BuildLogTest(@TempDir Path folder) {
    this.file = folder.resolve("logs/hello-amd64.log");
  }

  @Test
  void keepsEveryLineInAFileAndTheLastInMind() throws IOException {
    try (BuildLog log = BuildLog.open(file, NOBODY)) {
      for (int i = 1; i <= 30; i++) {
        log.accept("line " + i);
      }
      assertThat(log.tail()).hasSize(20).first().isEqualTo("line 11");
      assertThat(log.tail()).last().isEqualTo("line 30");
      assertThat(log.path()).isEqualTo(file);
    }
    assertThat(Files.readAllLines(file)).hasSize(30);
  }

  @Test
  void aNewRunBeginsAnew() throws IOException {
    try (BuildLog log = BuildLog.open(file, NOBODY)) {
      log.accept("old");
    }
    try (BuildLog log = BuildLog.open(file, NOBODY)) {
      log.accept("new");
    }
    assertThat(Files.readAllLines(file)).containsExactly("new");
  }

  @Test
  void aLogThatCannotBeWrittenSaysWhatToDo() {
    try (BuildLog log = BuildLog.open(file, NOBODY)) {
      log.accept("a file where the folder should be");
    }
    assertThatThrownBy(() -> BuildLog.open(file.resolve("below.log"), NOBODY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.id().text()).isEqualTo("file-access");
                          assertThat(problem.remedy().toString()).contains("free space");
                        }));
  }

  @Test
  void aFloodFillsNeitherDiskNorMemory() throws IOException {
    String line = "x".repeat(1 << 20);
    try (BuildLog log = BuildLog.open(file, NOBODY)) {
      for (int i = 0; i < 100; i++) {
        log.accept(line);
      }
      assertThat(log.tail()).allMatch(kept -> kept.length() <= 501);
    }
    assertThat(Files.size(file)).isBetween(64L << 20, 66L << 20);
    try (var lines = Files.lines(file)) {
      assertThat(lines.skip(64)).anyMatch(last -> last.startsWith("(the rest is left out"));
    }
  }

  @Test
  void whatControlsATerminalStaysInTheFile() throws IOException {
    try (BuildLog log = BuildLog.open(file, NOBODY)) {
      log.accept("\u001b[31mred\u001b[0m\u0007\tbell");
      assertThat(log.tail()).containsExactly("red  bell");
    }
    assertThat(Files.readString(file)).startsWith("\u001b[31mred");
  }

  @Test
  void saysWhenItCannotBeWritten() throws IOException {
    Files.createDirectories(file);
    Files.writeString(file.resolve("in-the-way"), "x");
    assertThatThrownBy(() -> BuildLog.open(file, NOBODY))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file-access");
  }
}
