package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTreeTest {
  private static final byte[] X = {'x'};

  @TempDir private Path folder;

  private List<Problem> refusal(ThrowingCallable call) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ProblemException.class, e -> problems.addAll(e.problems()));
    return problems;
  }

  private Problem scanRefusal() {
    List<Problem> problems = refusal(() -> FileTree.scan(folder));
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).id()).isEqualTo(ArchiveProblems.ARCHIVE_UNSAFE);
    assertThat(problems.get(0).location()).isEqualTo(Location.of(folder.toString()));
    return problems.get(0);
  }

  @Test
  void entriesAreSortedByTheirUtf8Bytes() {
    FileTree tree =
        FileTree.builder()
            .file("a/c", X, false)
            .file("a-b", X, false)
            .file("B", X, false)
            .file("\uD83E\uDD8A", X, false) // a fox: after the next by bytes, before it by chars
            .file("\uFB01", X, false)
            .file("a.b", X, false)
            .build();

    assertThat(tree.entries())
        .extracting(TreeEntry::name)
        .containsExactly("B", "a", "a-b", "a.b", "a/c", "\uFB01", "\uD83E\uDD8A");
  }

  @Test
  void modesAreNormal() throws IOException {
    for (String mode : new String[] {"rwx------", "r-xr-xr-x", "rw-rwxrwx", "rw-------"}) {
      Path file = Files.writeString(folder.resolve(mode), "x");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
    Files.createDirectory(
        folder.resolve("d"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

    assertThat(FileTree.scan(folder).entries())
        .extracting(entry -> entry.name() + " " + Integer.toOctalString(entry.mode()))
        .containsExactly(
            "d 40755",
            "r-xr-xr-x 100755",
            "rw------- 100644",
            "rw-rwxrwx 100644",
            "rwx------ 100755");
  }

  @Test
  void aFifoIsRefusedBeforeItIsOpened() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("fifo").toString()).start();
    assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(scanRefusal().message()).isEqualTo("\"fifo\" is a FIFO, a device or a socket");
    assertThatThrownBy(() -> FileTree.builder().file("a", folder.resolve("fifo")))
        .hasMessageContaining("no regular file");
    assertThatThrownBy(
            () -> new ArchiveReader(ExtractionLimits.DEFAULT).list(folder.resolve("fifo")))
        .hasMessageContaining("no regular file");
  }

  @Test
  void aSocketIsRefused() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));

      assertThat(scanRefusal().message()).contains("\"socket\" is a FIFO, a device or a socket");
    }
  }

  @Test
  void aNameThatIsNotUtf8IsRefused() throws IOException {
    Files.writeString(Path.of(URI.create(folder.toUri() + "bad%FFname")), "x");

    assertThat(scanRefusal().message()).contains("not UTF-8").contains("bad");
  }

  @ParameterizedTest
  @CsvSource({
    "a%0Ab, control character",
    "a%5Cb, backslash",
    "c:x, drive letter",
  })
  void aNameThatIsNotPortableIsRefused(String escaped, String reason) throws IOException {
    Files.writeString(Path.of(URI.create(folder.toUri() + escaped)), "x");

    assertThat(scanRefusal().message()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd, absolute path",
    "../outside, link out of the folder",
    "d/../../outside, link out of the folder",
    "link, leads to itself",
  })
  void aLinkThatLeavesIsRefused(String target, String reason) throws IOException {
    Files.createDirectory(folder.resolve("d"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of(target));

    assertThat(scanRefusal().message()).contains("\"link\"").contains(reason);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside/d"));
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(outside.resolve("f"), "x");
    Files.createDirectory(inside.resolve("real"));
    Files.createSymbolicLink(inside.resolve("link"), Path.of("real"));
    Files.createSymbolicLink(folder.resolve("root"), Path.of("inside"));

    assertThat(FileTree.scan(inside).entries())
        .containsExactly(
            new TreeEntry.SymbolicLink("link", "real"), new TreeEntry.Directory("real"));
    assertThatThrownBy(() -> FileTree.scan(folder.resolve("root")))
        .hasMessageContaining("not directory");
  }

  @Test
  void namesThatDifferByCaseAreRefusedTogether() throws IOException {
    Files.writeString(folder.resolve("A"), "x");
    Files.writeString(folder.resolve("a"), "x");
    Files.writeString(folder.resolve("b\nc"), "x");

    assertThat(refusal(() -> FileTree.scan(folder)))
        .extracting(Problem::message)
        .containsExactly(
            "\"a\" and \"A\" are one file where case or Unicode form does not count",
            "\"b\\u000ac\" holds a control character");
  }

  @Test
  void aMissingFolderIsNotUnsafe() {
    assertThat(refusal(() -> FileTree.scan(folder.resolve("missing"))))
        .extracting(Problem::id)
        .containsExactly(ProblemId.FILE_ACCESS);
  }

  @Test
  void aTooDeepFolderIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("d/".repeat(110)));

    assertThat(refusal(() -> FileTree.scan(folder)))
        .extracting(Problem::message)
        .allMatch(message -> message.contains("more than 100 folders deep"))
        .hasSize(1);
  }

  @Test
  void aFileIsAddedWithItsFolders() {
    FileTree tree = FileTree.builder().file("a", X, false).build();

    FileTree more = tree.with("ocelot/tags/A_TAG", new byte[32], false);

    assertThat(more.entries())
        .extracting(TreeEntry::name)
        .containsExactly("a", "ocelot", "ocelot/tags", "ocelot/tags/A_TAG");
    assertThat(more.totalSize()).isEqualTo(33);
    assertThat(more.entry("ocelot/tags")).contains(new TreeEntry.Directory("ocelot/tags"));
    assertThat(more.entry("ocelot/tag")).isEmpty();
    assertThat(tree.entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"a, there twice", "a/b, lies below", "A, are one file", "../a, a part .."})
  void aNameThatIsTakenOrWrongIsRefused(String name, String reason) {
    FileTree tree = FileTree.builder().file("a", X, false).build();

    assertThat(refusal(() -> tree.with(name, X, false)))
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains(reason);
  }

  @Test
  void bytesInMemoryAreCopied() throws IOException {
    byte[] bytes = {1, 2, 3};
    FileTree tree = FileTree.builder().file("a", bytes, false).build();
    String before = ContentDigest.of(tree);

    bytes[0] = 9;

    assertThat(ContentDigest.of(tree)).isEqualTo(before);
  }
}
