package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who knows no lock writes the file between our reading and our rename. */
class DeclarationTest {
  private static final Tag TAG = new Tag("d41d8cd98f00b204e9800998ecf8427e");

  @TempDir Path dir;

  @Test
  void isAppliedToWhatSomebodyElseWrote() throws IOException {
    Path file = Files.writeString(dir.resolve("tags.yml"), "variables:\n  A: old\n");
    AtomicFile atomic = new AtomicFile(file);
    int[] calls = new int[1];

    DeclaredTagsUpdate update =
        new Declaration(Map.of("A", TAG), DeclaredTagsEditor.Style.IN_PLACE)
            .into(
                new DeclaredFile(file, "tags.yml"),
                (bytes, condition) -> {
                  if (calls[0]++ == 0) {
                    Files.writeString(file, "variables:\n  A: older # mine\n  B: b\n");
                  }
                  return atomic.write(bytes, condition);
                });

    assertThat(calls[0]).isEqualTo(2);
    assertThat(update.changes()).containsExactly(new DeclaredTagsUpdate.Change("A", "older", TAG));
    assertThat(Files.readString(file)).isEqualTo("variables:\n  A: " + TAG + " # mine\n  B: b\n");
  }

  @Test
  void endsWhenTheFileIsRemovedForGood() throws IOException {
    Path file = Files.writeString(dir.resolve("tags.yml"), "variables:\n  A: old\n");
    AtomicFile atomic = new AtomicFile(file);

    new Declaration(Map.of("A", TAG), DeclaredTagsEditor.Style.IN_PLACE)
        .into(
            new DeclaredFile(file, "tags.yml"),
            (bytes, condition) -> {
              Files.deleteIfExists(file);
              return atomic.write(bytes, condition);
            });

    assertThat(Files.readString(file)).isEqualTo("variables:\n  A: " + TAG + "\n");
  }

  @Test
  void givesUpWhenTheFileNeverStays() throws IOException {
    Path file = Files.writeString(dir.resolve("tags.yml"), "variables:\n  A: old\n");
    AtomicFile atomic = new AtomicFile(file);
    int[] calls = new int[1];

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                new Declaration(Map.of("A", TAG), DeclaredTagsEditor.Style.IN_PLACE)
                    .into(
                        new DeclaredFile(file, "tags.yml"),
                        (bytes, condition) -> {
                          Files.writeString(file, "variables:\n  A: " + calls[0]++ + "\n");
                          return atomic.write(bytes, condition);
                        }));

    assertThat(e.problems().get(0).message()).contains("changed again and again");
    assertThat(Files.readString(file)).isEqualTo("variables:\n  A: " + (calls[0] - 1) + "\n");
    assertThat(Files.exists(atomic.temporary())).isFalse();
  }
}
