package dev.ocelot.packaging.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
  private static final byte[] X = {'x'};
  private static final byte[] Y = {'y'};

  @Test
  void followsItsDefinition() throws Exception {
    FileTree tree = FileTree.builder().file("d/ü", X, true).link("a", "d").build();

    MessageDigest all = MessageDigest.getInstance("SHA-256");
    record(all, "a", 0120777, "d");
    record(all, "d", 0040755, "");
    record(all, "d/ü", 0100755, "x");

    assertThat(ContentDigest.of(tree)).isEqualTo(HexFormat.of().formatHex(all.digest()));
  }

  private static void record(MessageDigest all, String name, int mode, String content)
      throws Exception {
    byte[] nameBytes = name.getBytes(UTF_8);
    byte[] bytes = content.getBytes(UTF_8);
    all.update(ByteBuffer.allocate(8).putLong(nameBytes.length).array());
    all.update(nameBytes);
    all.update(ByteBuffer.allocate(16).putLong(mode).putLong(bytes.length).array());
    all.update(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void everythingThatIsPackedChangesIt() {
    Stream<FileTree> different =
        Stream.of(
            FileTree.builder().build(),
            FileTree.builder().file("a", X, false).build(),
            FileTree.builder().file("a", X, true).build(),
            FileTree.builder().file("a", Y, false).build(),
            FileTree.builder().file("b", X, false).build(),
            FileTree.builder().file("ax", new byte[0], false).build(),
            FileTree.builder().directory("a").build(),
            FileTree.builder().link("a", "x").build(),
            FileTree.builder().link("a", "y").build(),
            FileTree.builder().file("a", X, false).directory("d").build(),
            FileTree.builder().file("a", X, false).file("b", Y, false).build(),
            FileTree.builder().file("a", Y, false).file("b", X, false).build());
    Set<String> digests = new HashSet<>();

    assertThat(different.map(ContentDigest::of)).allMatch(digests::add);
  }

  @Test
  void theOrderOfAddingDoesNotChangeIt() {
    FileTree one = FileTree.builder().file("a", X, false).file("b", Y, false).build();
    FileTree two = FileTree.builder().file("b", Y, false).file("a", X, false).build();

    assertThat(ContentDigest.of(one)).isEqualTo(ContentDigest.of(two));
  }
}
