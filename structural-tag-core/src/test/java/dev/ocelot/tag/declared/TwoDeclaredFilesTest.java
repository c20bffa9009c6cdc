package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.declared.DeclaredTagsEditor.Order;
import dev.ocelot.tag.declared.DeclaredTagsEditor.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A repository with both layouts has two declared-tags files, which are written together. */
class TwoDeclaredFilesTest {
  private static final Tag OLD = new Tag("d41d8cd98f00b204e9800998ecf8427e");
  private static final Tag NEW = new Tag("900150983cd24fb0d6963f7d28e17f72");
  private static final String TEXT = "variables:\n  A: " + OLD + " # note\n";

  @TempDir Path dir;
  private Path first;
  private Path second;
  private DeclaredTagsEditor editor;

  @BeforeEach
  void start() throws IOException {
    first = Files.writeString(Files.createDirectory(dir.resolve("a")).resolve("tags.yml"), TEXT);
    second = Files.writeString(Files.createDirectory(dir.resolve("b")).resolve("tags.yml"), TEXT);
    editor = new DeclaredTagsEditor(new FileLocks(dir.resolve("cache"), Duration.ofMinutes(1)));
  }

  private List<Order> both(Tag tag) {
    return List.of(
        new Order(second, "b/tags.yml", Map.of("A", tag)),
        new Order(first, "a/tags.yml", Map.of("A", tag)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files
          .filter(file -> !file.startsWith(dir.resolve("cache")))
          .filter(file -> file.getNameCount() > dir.getNameCount() + 1)
          .map(file -> dir.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void areWrittenTogether() throws IOException {
    List<DeclaredTagsUpdate> updates = editor.updateAll(both(NEW), Style.IN_PLACE);

    DeclaredTagsUpdate.Change change = new DeclaredTagsUpdate.Change("A", OLD.text(), NEW);
    assertThat(updates)
        .extracting(DeclaredTagsUpdate::changes)
        .containsExactly(List.of(change), List.of(change));
    assertThat(Files.readString(first)).isEqualTo(TEXT.replace(OLD.text(), NEW.text()));
    assertThat(Files.readString(second)).isEqualTo(TEXT.replace(OLD.text(), NEW.text()));
    assertThat(files()).containsExactly("a/tags.yml", "b/tags.yml");
  }

  /** What keeps one of the two from being written. */
  enum Obstacle {
    READ_ONLY("is read-only") {
      @Override
      void put(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
      }
    },
    READ_ONLY_FOLDER("the folder of") {
      @Override
      void put(Path file) throws IOException {
        Files.setPosixFilePermissions(
            file.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
      }
    },
    MALFORMED("a mapping") {
      @Override
      void put(Path file) throws IOException {
        Files.writeString(file, "- a\n");
      }
    },
    NO_PLACE_FOR_NEW_BYTES("cannot be written") {
      @Override
      void put(Path file) throws IOException {
        Path temporary = file.resolveSibling(".tags.yml.ocelot-tmp");
        Files.writeString(Files.createDirectory(temporary).resolve("in-the-way"), "");
      }
    };

    private final String message;

    Obstacle(String message) {
      this.message = message;
    }

    abstract void put(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Obstacle.class)
  void stayAsTheyAreWhenTheSecondCannotBeWritten(Obstacle obstacle) throws IOException {
    obstacle.put(second);
    assertNothingWritten(first, obstacle);
  }

  @ParameterizedTest
  @EnumSource(Obstacle.class)
  void stayAsTheyAreWhenTheFirstCannotBeWritten(Obstacle obstacle) throws IOException {
    obstacle.put(first);
    assertNothingWritten(second, obstacle);
  }

  private void assertNothingWritten(Path other, Obstacle obstacle) throws IOException {
    List<String> before = files();

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class, () -> editor.updateAll(both(NEW), Style.IN_PLACE));

    assertThat(e).hasMessageContaining(obstacle.message);
    assertThat(Files.readString(other)).isEqualTo(TEXT);
    assertThat(files()).isEqualTo(before);
    for (Path folder : List.of(first.getParent(), second.getParent())) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void mayBeOneFileWithTwoNames() throws IOException {
    Files.delete(second);
    Files.createSymbolicLink(second, Path.of("../a/tags.yml"));

    editor.updateAll(
        List.of(
            new Order(first, "a/tags.yml", Map.of("A", NEW)),
            new Order(second, "b/tags.yml", Map.of("B", NEW))),
        Style.IN_PLACE);

    assertThat(Files.readString(first))
        .isEqualTo(TEXT.replace(OLD.text(), NEW.text()) + "  B: " + NEW + "\n");
    assertThat(Files.isSymbolicLink(second)).isTrue();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void areLockedInOneOrderWhoeverAsks() throws Exception {
    List<Order> turned = new ArrayList<>(both(OLD));
    turned.add(turned.remove(0));
    List<Callable<List<DeclaredTagsUpdate>>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Order> orders = i % 2 == 0 ? both(NEW) : turned;
      work.add(() -> editor.updateAll(orders, Style.IN_PLACE));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (Future<List<DeclaredTagsUpdate>> end : threads.invokeAll(work)) {
      end.get();
    }
    threads.shutdown();

    assertThat(Files.readString(first)).isEqualTo(Files.readString(second));
    assertThat(files()).containsExactly("a/tags.yml", "b/tags.yml");
  }
}
