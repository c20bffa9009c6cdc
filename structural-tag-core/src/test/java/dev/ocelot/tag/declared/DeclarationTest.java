package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who knows no lock writes the file between our reading and our rename. */
class DeclarationTest {
  private static final Tag TAG = new Tag("d41d8cd98f00b204e9800998ecf8427e");

  @TempDir Path dir;

  private List<DeclaredTagsUpdate> declare(Declaration.Part... parts) {
    return new Declaration(List.of(parts), DeclaredTagsEditor.Style.IN_PLACE).write();
  }

  private static Declaration.Part part(Path file, Declaration.Target target) {
    DeclaredFile declared = new DeclaredFile(file, file.getFileName().toString());
    return new Declaration.Part(declared, Map.of("A", TAG), target);
  }

  private Path file(String name, String value) throws IOException {
    return Files.writeString(dir.resolve(name), "variables:\n  A: " + value + "\n");
  }

  @Test
  void isAppliedToWhatSomebodyElseWrote() throws IOException {
    Path file = file("tags.yml", "old");
    AtomicFile atomic = new AtomicFile(file);
    int[] calls = new int[1];

    List<DeclaredTagsUpdate> updates =
        declare(
            part(
                file,
                bytes -> {
                  if (calls[0]++ == 0) {
                    Files.writeString(file, "variables:\n  A: older # mine\n  B: b\n");
                  }
                  return atomic.stage(bytes);
                }));

    assertThat(calls[0]).isEqualTo(2);
    assertThat(updates.get(0).changes())
        .containsExactly(new DeclaredTagsUpdate.Change("A", "older", TAG));
    assertThat(Files.readString(file)).isEqualTo("variables:\n  A: " + TAG + " # mine\n  B: b\n");
  }

  @Test
  void endsWhenTheFileIsRemovedForGood() throws IOException {
    Path file = file("tags.yml", "old");
    AtomicFile atomic = new AtomicFile(file);

    declare(
        part(
            file,
            bytes -> {
              Files.deleteIfExists(file);
              return atomic.stage(bytes);
            }));

    assertThat(Files.readString(file)).isEqualTo("variables:\n  A: " + TAG + "\n");
  }

  @Test
  void givesUpWhenOneFileNeverStays() throws IOException {
    Path calm = file("calm.yml", "old");
    Path file = file("tags.yml", "old");
    AtomicFile atomic = new AtomicFile(file);
    int[] calls = new int[1];

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                declare(
                    part(calm, new AtomicFile(calm)::stage),
                    part(
                        file,
                        bytes -> {
                          Files.writeString(file, "variables:\n  A: " + calls[0]++ + "\n");
                          return atomic.stage(bytes);
                        })));

    assertThat(e.problems())
        .extracting(Problem::message)
        .containsExactly("tags.yml is being changed again and again");
    assertThat(Files.readString(file)).isEqualTo("variables:\n  A: " + (calls[0] - 1) + "\n");
    assertThat(Files.readString(calm)).isEqualTo("variables:\n  A: old\n");
    assertThat(names()).containsExactly("calm.yml", "tags.yml");
  }

  @Test
  void takesTheFirstFilesBackWhenALaterOneCannotBeRenamed() throws IOException {
    Path first = file("first.yml", "old # mine");
    Path second = dir.resolve("second.yml");
    Path third = file("third.yml", "old");
    AtomicFile atomic = new AtomicFile(third);

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                declare(
                    part(first, new AtomicFile(first)::stage),
                    part(second, new AtomicFile(second)::stage),
                    part(third, bytes -> unrenamable(atomic.stage(bytes)))));

    assertThat(e.problems())
        .extracting(Problem::message)
        .containsExactly("third.yml cannot be written: no rename today");
    assertThat(Files.readString(first)).isEqualTo("variables:\n  A: old # mine\n");
    assertThat(Files.readString(third)).isEqualTo("variables:\n  A: old\n");
    assertThat(names()).containsExactly("first.yml", "third.yml");
  }

  private static AtomicFile.Replacement unrenamable(AtomicFile.Replacement staged) {
    return new AtomicFile.Replacement() {
      @Override
      public void commit() throws IOException {
        throw new IOException("no rename today");
      }

      @Override
      public void close() throws IOException {
        staged.close();
      }
    };
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
