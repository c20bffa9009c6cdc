package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.archive.TreeEntry;
import dev.ocelot.packaging.component.BuildJob.Room;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private final ComponentRepository repository;
  private final Path folder;

  SnapshotTest(@TempDir Path temporary) {
    this.repository = new ComponentRepository(temporary.resolve("repo"));
    this.folder = temporary.resolve("snapshot");
  }

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(folder);
    repository.component("hello", "#!/bin/sh\nmake\n", "build: { builder: x }\n");
    repository.with("components/hello/src/a.c", "int a;\n");
    repository.with("components/hello/unrelated~", "not an input");
  }

  @Test
  void holdsTheInputsAndNothingElse() throws IOException {
    makeExecutable("components/hello/src/a.c");
    Snapshot snapshot = Snapshot.take(job(), folder);
    assertThat(snapshot.tree().entries())
        .extracting(entry -> "%o %s".formatted(entry.mode(), entry.name()))
        .containsExactly(
            "40755 components",
            "40755 components/hello",
            "100644 components/hello/build.sh",
            "40755 components/hello/src",
            "100755 components/hello/src/a.c");
    assertThat(snapshot.script()).hasContent("#!/bin/sh\nmake\n");
  }

  @Test
  void keepsItsBytesWhateverBecomesOfTheRepository() throws IOException {
    Snapshot snapshot = Snapshot.take(job(), folder);
    Files.writeString(repository.file("components/hello/build.sh"), "rm -rf /\n");
    assertThat(snapshot.script()).hasContent("#!/bin/sh\nmake\n");
  }

  @Test
  void isNotTakenOfWhatWasChangedSinceItWasChecked() throws IOException {
    BuildJob job = job();
    Files.writeString(repository.file("components/hello/src/a.c"), "int b;\n");
    assertThatThrownBy(() -> Snapshot.take(job, folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("tag-mismatch: components/hello/build.sh: component hello")
        .hasMessageContaining("expected " + job.tagged().tag().tag());
  }

  @Test
  void noticesThatAnInputBecameExecutable() throws IOException {
    BuildJob job = job();
    makeExecutable("components/hello/src/a.c");
    assertThatThrownBy(() -> Snapshot.take(job, folder))
        .hasMessageStartingWith("tag-mismatch")
        .hasMessageContaining("components/hello/src/a.c")
        .hasMessageContaining("expected executable: false");
  }

  @Test
  void saysWhenAnInputIsGone() throws IOException {
    BuildJob job = job();
    Files.delete(repository.file("components/hello/src/a.c"));
    assertThatThrownBy(() -> Snapshot.take(job, folder))
        .hasMessageStartingWith("input-missing")
        .hasMessageContaining("components/hello/src/a.c");
  }

  @Test
  void followsALinkToItsFile() throws IOException {
    repository.with("shared/b.c", "int b;\n");
    Files.createSymbolicLink(
        repository.file("components/hello/src/b.c"), repository.file("shared/b.c"));
    repository.with(
        "config/components.yaml",
        "components: { hello: { inputs: [components/hello/src/b.c, components/hello/src/b.c],"
            + " build: { builder: x } } }\n");
    Snapshot snapshot = Snapshot.take(job(), folder);
    assertThat(snapshot.tree().entry("components/hello/src/b.c"))
        .hasValueSatisfying(
            entry ->
                assertThat(entry)
                    .isInstanceOfSatisfying(
                        TreeEntry.RegularFile.class, file -> assertThat(file.size()).isEqualTo(7)));
  }

  private void makeExecutable(String name) {
    assertThat(repository.file(name).toFile().setExecutable(true)).isTrue();
  }

  private BuildJob job() throws IOException {
    TaggedComponent tagged = repository.tagged().get(0);
    ComponentBuildSettings settings =
        new BuildSettingsReader(Platforms.standard(), BuildDefaults.read())
            .read(tagged.component(), new Problems());
    List<Boolean> executable = new ArrayList<>();
    for (var input : tagged.inputs()) {
      executable.add(ExecutableBit.of(input.file()));
    }
    return new BuildJob(
        tagged,
        settings,
        Platforms.standard().parse("linux/amd64", Location.NONE),
        executable,
        new TreeMap<>(),
        new Room.Host("test"),
        dev.ocelot.packaging.store.BuildKey.builder().add("a", "b").build());
  }
}
