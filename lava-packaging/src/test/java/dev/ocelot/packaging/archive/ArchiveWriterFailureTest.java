package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveWriterFailureTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.writeString(folder.resolve("archive"), "the one before");
  }

  private void assertFails(ArchiveFormat format, FileTree tree, String reason) throws IOException {
    assertThatThrownBy(() -> new ArchiveWriter(Packing.of(format, 2)).write(tree, target))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::id)
                    .containsExactly(ProblemId.FILE_ACCESS))
        .hasMessageContaining("cannot write archive")
        .hasMessageContaining(reason);
    assertThat(target).hasContent("the one before");
    assertThat(listing()).containsExactly("archive");
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** Fails after some chunks, as a disk does. */
  private record FailingContent(long size) implements Content {
    @Override
    public SeekableByteChannel open() throws IOException {
      throw new IOException("Input/output error");
    }
  }

  private static FileTree treeWith(Content content) {
    FileTreeBuilder builder = FileTree.builder();
    builder.file("a", Samples.random(3 * Chunk.SIZE), false);
    builder.add(new TreeEntry.RegularFile("bad", false, content));
    return builder.build();
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void aFileThatCannotBeReadLeavesEverythingAsItWas(ArchiveFormat format) throws IOException {
    assertFails(format, treeWith(new FailingContent(10)), "\"bad\" cannot be read: Input/output");
    assertFails(format, treeWith(new FailingContent(9L << 20)), "\"bad\" cannot be read");
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void aFileThatChangesIsNoticed(ArchiveFormat format, @TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("f"), "12345");
    FileTree tree = FileTree.scan(other);

    Files.writeString(file, "123456");
    assertFails(format, tree, "\"f\" cannot be read: it was changed");
    Files.writeString(file, "1234");
    assertFails(format, tree, "\"f\" cannot be read: it was changed");
    Files.delete(file);
    assertFails(format, tree, "\"f\" cannot be read");
    Files.createSymbolicLink(file, target);
    assertFails(format, tree, "not a regular file any more");
  }

  @Test
  void aFolderInPlaceOfTheArchiveStays() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();
    FileTree tree = FileTree.builder().directory("d").build();

    assertThatThrownBy(() -> new ArchiveWriter(Packing.of(ArchiveFormat.ZIP, 1)).write(tree, taken))
        .isInstanceOf(ProblemException.class);
    assertThat(listing()).containsExactly("archive", "taken");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = folder.resolve("missing/archive");
    FileTree tree = FileTree.builder().directory("d").build();

    assertThatThrownBy(
            () -> new ArchiveWriter(Packing.of(ArchiveFormat.ZIP, 1)).write(tree, missing))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no such file")
        .hasMessageContaining("missing");
  }

  @Test
  void whatAKilledRunLeftIsRemoved() throws Exception {
    Process child = new ProcessBuilder("true").start();
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Files.writeString(folder.resolve(".archive.part-" + child.pid() + "-1"), "left");
    Path own = folder.resolve(".archive.part-" + ProcessHandle.current().pid() + "-0");
    Files.writeString(own, "of another thread");
    Files.writeString(folder.resolve(".archive.part-notes"), "somebody's");
    Files.writeString(folder.resolve(".other.part-" + child.pid() + "-1"), "of another archive");

    new ArchiveWriter(Packing.of(ArchiveFormat.ZIP, 1))
        .write(FileTree.builder().directory("d").build(), target);

    assertThat(listing())
        .containsExactly(
            ".archive.part-" + ProcessHandle.current().pid() + "-0",
            ".archive.part-notes",
            ".other.part-" + child.pid() + "-1",
            "archive");
  }

  @Test
  void anInterruptedThreadStops() throws IOException {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () ->
                  new ArchiveWriter(Packing.of(ArchiveFormat.TAR_GZ, 2))
                      .write(Samples.everything(), target))
          .isInstanceOf(ProblemException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(target).hasContent("the one before");
    assertThat(listing()).containsExactly("archive");
  }

  @Test
  void aStreamThatFailsStopsTheTar() {
    OutputStream full =
        new OutputStream() {
          private int left = 100_000;

          @Override
          public void write(int b) throws IOException {
            if (--left < 0) {
              throw new IOException("No space left on device");
            }
          }
        };

    assertThatThrownBy(() -> TarStream.write(Samples.everything(), full, 0))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
