package dev.ocelot.packaging.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.testkit.TarBytes;
import dev.ocelot.testkit.ZipBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid archives with some bytes changed either come out inside the folder or are refused. */
class ArchiveFuzzTest {
  private static final int ROUNDS = 300;
  private static final ExtractionLimits NARROW = new ExtractionLimits(1 << 20, 100, 100, 10);

  @TempDir private Path folder;

  /** An archive to start from. */
  static final class Seed {
    private final String name;
    private final byte[] bytes;

    Seed(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Seed> seeds() throws IOException {
    FileTree tree =
        FileTree.builder()
            .file("bin/run", "#!/bin/sh\n".repeat(20).getBytes(UTF_8), true)
            .file("x".repeat(120), "long".getBytes(UTF_8), false)
            .link("link", "bin/run")
            .link("bin/up", "../" + "x".repeat(120))
            .build();
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    TarStream.write(tree, tar, 0);
    byte[] hand =
        new TarBytes()
            .directory("d/")
            .file("d/f", "x")
            .entry('1', "d/h", 0644, "d/f", new byte[0])
            .entry('L', "L", 0644, "", "long\0".getBytes(UTF_8))
            .file("short", "y")
            .toBytes();
    byte[] zip =
        new ZipBytes()
            .entry("d/", 0040755, new byte[0])
            .file("d/f", "x".repeat(300))
            .entry("l", 0120777, "d/f".getBytes(UTF_8))
            .toBytes();
    return Stream.of(
        new Seed("plain tar", tar.toByteArray()),
        new Seed("tar by hand", hand),
        new Seed("zip by hand", zip),
        new Seed("zip", written(ArchiveFormat.ZIP, tree)),
        new Seed("tar.gz", written(ArchiveFormat.TAR_GZ, tree)),
        new Seed("tar.zst", written(ArchiveFormat.TAR_ZST, tree)));
  }

  private static byte[] written(ArchiveFormat format, FileTree tree) throws IOException {
    Path file = Files.createTempFile("ocelot", ".archive");
    new ArchiveWriter(Packing.of(format, 1)).write(tree, file);
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seeds")
  void changedBytesDoNoHarm(Seed seed) throws IOException {
    Random random = new Random(20260502);
    ArchiveReader reader = new ArchiveReader(NARROW);
    Path archive = folder.resolve("archive");
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path out = Files.createDirectory(folder.resolve("out"));
      Files.write(archive, changed(seed, random));
      try {
        reader.extract(archive, out);
        FileTree.scan(out);
      } catch (ProblemException e) {
        refused++;
        assertThat(e.problems())
            .extracting(Problem::id)
            .containsExactly(ArchiveProblems.ARCHIVE_UNSAFE);
        assertThat(out).isEmptyDirectory();
      }
      Extraction.empty(out);
      Files.delete(out);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).containsExactly(archive);
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] changed(Seed seed, Random random) {
    byte[] bytes = seed.bytes.clone();
    boolean tar = seed.name.contains("tar") && !seed.name.contains(".");
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) (bytes[at] ^ (1 << random.nextInt(8)));
            case 2 -> (byte) "/.\\\0 7".charAt(random.nextInt(6));
            default -> (byte) 0xFF;
          };
      if (tar) {
        mendChecksum(bytes, at - at % 512);
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Otherwise nearly every change would be refused for the checksum alone. */
  private static void mendChecksum(byte[] bytes, int block) {
    byte[] header = Arrays.copyOfRange(bytes, block, block + 512);
    if (header[257] == 'u' && header[258] == 's') {
      System.arraycopy(TarBytes.checked(header), 0, bytes, block, 512);
    }
  }

  @Test
  void theSeedsThemselvesAreRead() throws IOException {
    for (Seed seed : seeds().toList()) {
      Path archive = Files.write(folder.resolve("archive"), seed.bytes);

      assertThat(new ArchiveReader(NARROW).list(archive)).as(seed.name).isNotEmpty();
    }
  }
}
