package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeterminismTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void bytesDoNotDependOnThreads(ArchiveFormat format) throws IOException {
    FileTree tree = Samples.everything();
    Path archive = folder.resolve("archive");

    List<byte[]> results = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 8}) {
      new ArchiveWriter(Packing.of(format, threads)).write(tree, archive);
      results.add(Files.readAllBytes(archive));
    }

    assertThat(results).allSatisfy(bytes -> assertThat(bytes).isEqualTo(results.get(0)));
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void bytesDoNotDependOnOrderAndPermissionsOnDisk(ArchiveFormat format) throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Samples.folder(first, false);
    Samples.folder(second, true);
    ArchiveWriter writer = new ArchiveWriter(Packing.of(format, 2));
    writer.write(FileTree.scan(first), folder.resolve("1"));
    writer.write(FileTree.scan(second), folder.resolve("2"));

    assertThat(folder.resolve("2")).hasSameBinaryContentAs(folder.resolve("1"));
  }

  @ParameterizedTest
  @CsvSource({
    "022, C, UTC",
    "077, C.UTF-8, Pacific/Kiritimati",
    "000, tr_TR.UTF-8, America/New_York",
    "027, POSIX, Asia/Kathmandu",
  })
  void bytesDoNotDependOnTheMachinesSettings(String umask, String locale, String zone)
      throws Exception {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Samples.folder(tree, false);
    List<String> here = PackAndUnpack.run(tree, folder);

    assertThat(inOtherSettings(umask, locale, zone, tree)).isEqualTo(here);
  }

  private List<String> inOtherSettings(String umask, String locale, String zone, Path tree)
      throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path log = folder.resolve("log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder process =
        new ProcessBuilder(
            "sh",
            "-c",
            "umask " + umask + " && exec \"$@\"",
            "sh",
            java,
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            PackAndUnpack.class.getName(),
            tree.toString(),
            work.toString());
    process.environment().putAll(Map.of("LC_ALL", locale, "LANG", locale, "TZ", zone));
    // A JVM may have warnings of its own.
    Path said = folder.resolve("said");
    process.redirectOutput(log.toFile()).redirectError(said.toFile());
    Process child = process.start();
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    assertThat(child.exitValue()).as(Files.readString(said, StandardCharsets.ISO_8859_1)).isZero();
    return lines;
  }

  @Test
  void levelsAndTimesChangeTheBytes() throws IOException {
    FileTree tree = FileTree.builder().file("words", Samples.words(), false).build();
    for (ArchiveFormat format : ArchiveFormat.values()) {
      Path least = folder.resolve("least");
      Path most = folder.resolve("most");
      Path later = folder.resolve("later");
      int low = format.lowestLevel() + 1;
      new ArchiveWriter(new Packing(format, low, 0, 2)).write(tree, least);
      new ArchiveWriter(new Packing(format, 9, 0, 2)).write(tree, most);
      new ArchiveWriter(new Packing(format, low, 1_000_000_000, 2)).write(tree, later);

      assertThat(Files.size(most)).isLessThan(Files.size(least));
      assertThat(Files.mismatch(least, later)).isNotNegative();
    }
  }
}
