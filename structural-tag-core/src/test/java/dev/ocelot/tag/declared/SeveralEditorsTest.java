package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The time limits only end what would never end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeveralEditorsTest {
  private static final int KILLS = 20;
  private static final int KEYS = 40;

  @TempDir Path dir;
  private Path file;
  private Path cache;

  @BeforeEach
  void start() throws IOException {
    cache = dir.resolve("cache");
    file = Files.createDirectory(dir.resolve("repository")).resolve("tags.yml");
    Files.writeString(file, "# head\nvariables:\n  A: " + EditorProcess.FIRST + " # note\n");
  }

  private DeclaredTags tags() {
    Problems problems = new Problems();
    DeclaredTags tags = DeclaredTags.read(file, "tags.yml", problems);
    assertThat(problems.all()).isEmpty();
    return tags;
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void loseNoUpdateInThreadsAndProcesses() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (String prefix : List.of("P", "Q")) {
      processes.add(EditorProcess.start("add", cache.toString(), file.toString(), prefix, "30"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<?>> added = new ArrayList<>();
    for (String prefix : List.of("T", "U", "V")) {
      added.add(threads.submit(() -> EditorProcess.add(cache, file, prefix, 20)));
    }
    for (Future<?> future : added) {
      future.get();
    }
    threads.shutdown();
    for (Process process : processes) {
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
    }

    DeclaredTags tags = tags();
    assertThat(tags.keys()).hasSize(1 + 2 * 30 + 3 * 20);
    assertThat(tags.keys()).allMatch(key -> tags.get(key).orElseThrow().tag().isPresent());
    assertThat(Files.readString(file))
        .startsWith("# head\nvariables:\n  A: ")
        .contains(" # note\n");
    assertThat(siblings()).containsExactly("tags.yml");
  }

  @Test
  void leaveTheFileWholeWhenKilled() throws Exception {
    StringBuilder text = new StringBuilder("# head\nvariables:\n");
    for (int i = 0; i < KEYS; i++) {
      text.append("  K").append(i).append(": ").append(EditorProcess.FIRST).append(" # note\n");
    }
    Files.writeString(file, text);
    Random random = new Random(42);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = EditorProcess.start("flip", cache.toString(), file.toString(), "" + KEYS);
      try (BufferedReader lines = process.inputReader()) {
        for (int line = random.nextInt(40); line >= 0; line--) {
          assertThat(lines.readLine()).isNotNull();
        }
        process.destroyForcibly();
        process.waitFor();
      }

      String whole = Files.readString(file);
      assertThat(whole.replace(EditorProcess.SECOND.text(), EditorProcess.FIRST.text()))
          .isEqualTo(text.toString());
      DeclaredTags tags = tags();
      Tag first = tags.get("K0").orElseThrow().tag().orElseThrow();
      assertThat(tags.keys()).allMatch(k -> tags.get(k).orElseThrow().text().equals(first.text()));
      Map<String, Tag> same = Map.of("K0", first);
      EditorProcess.editor(cache).update(file, "tags.yml", same, DeclaredTagsEditor.Style.IN_PLACE);
      assertThat(siblings()).containsExactly("tags.yml");
    }
  }

  @Test
  void sayWhoHoldsTheLock() throws Exception {
    Process holder = EditorProcess.start("hold", cache.toString(), file.toString());
    try (BufferedReader lines = holder.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("held");
      DeclaredTagsEditor editor = new DeclaredTagsEditor(new FileLocks(cache, Duration.ZERO));

      ProblemException e =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  editor.update(
                      file,
                      "tags.yml",
                      Map.of("A", EditorProcess.SECOND),
                      DeclaredTagsEditor.Style.IN_PLACE));

      assertThat(e.problems().get(0))
          .hasToString("lock-busy: tags.yml: tags.yml is being written by process " + holder.pid());
    } finally {
      holder.getOutputStream().close();
      assertThat(holder.waitFor()).isZero();
    }
    assertThat(tags().get("A").orElseThrow().tag()).contains(EditorProcess.FIRST);
  }
}
