package dev.ocelot.packaging.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

/** Trees that the tests pack. */
final class Samples {
  /** Longer than the 100 bytes of a tar header, and than its 155 bytes of prefix. */
  static final String LONG_NAME = "long/" + "n".repeat(200) + "/" + "m".repeat(120);

  private Samples() {}

  /**
   * Everything that a tree can hold, in memory.
   *
   * @return the tree
   */
  static FileTree everything() {
    return FileTree.builder()
        .file("bin/run", "#!/bin/sh\necho\n".getBytes(UTF_8), true)
        .file("etc/plain.conf", "a = b\n".repeat(500).getBytes(UTF_8), false)
        .file("empty", new byte[0], false)
        .directory("empty folder")
        .file("-leading dash and spaces", "x".getBytes(UTF_8), false)
        .file("größe/naïve–日本語 🦊.txt", "utf-8".getBytes(UTF_8), false)
        .file(LONG_NAME, "long".getBytes(UTF_8), true)
        .file("bytes/random", random(3_000_000), false)
        .file("bytes/same", new byte[2_000_000], false)
        .file("bytes/one-chunk", random(Chunk.SIZE), false)
        .file("bytes/one-more", random(Chunk.SIZE + 1), false)
        .link("bin/link", "run")
        .link("lib", "bin/../etc")
        .link("größe/link", "naïve–日本語 🦊.txt")
        .link("long/link", "../" + LONG_NAME)
        .link("dangling", "nowhere/at/all")
        .build();
  }

  /**
   * A small folder on disk, made in one of two orders and with one of two sets of permissions.
   *
   * @param folder an empty folder
   * @param second whether to make it the second way
   * @throws IOException when it cannot be made
   */
  static void folder(Path folder, boolean second) throws IOException {
    String[] names = {"b/2.txt", "a", "b/1.txt", "b-c", "ö", "z/y/x"};
    for (int i = 0; i < names.length; i++) {
      String name = names[second ? names.length - 1 - i : i];
      Path file = NativeNames.below(folder, name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name.repeat(1000));
      boolean executable = name.equals("a");
      String mode = second ? (executable ? "rwx------" : "rw-------") : "rw-rw-rw-";
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(executable && !second ? "rwxrwxrwx" : mode));
    }
    Files.createSymbolicLink(folder.resolve("link"), Path.of("b"));
  }

  /**
   * Bytes that do not pack.
   *
   * @param length how many
   * @return always the same
   */
  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /**
   * Text that packs, and the better the harder one tries.
   *
   * @return always the same
   */
  static byte[] words() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append(Integer.toString(random.nextInt(1 + random.nextInt(5000)), 36)).append(' ');
    }
    return text.toString().getBytes(UTF_8);
  }
}
