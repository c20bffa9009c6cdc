package dev.ocelot.packaging.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs understand what is written, and we what they write. */
class OtherReadersTest {
  @TempDir private Path folder;
  private final FileTree tree = Samples.everything();

  private Path write(ArchiveFormat format) {
    Path archive = folder.resolve("a." + format.extension());
    new ArchiveWriter(Packing.of(format, 2)).write(tree, archive);
    return archive;
  }

  private byte[] content(String name) throws IOException {
    TreeEntry.RegularFile file = (TreeEntry.RegularFile) tree.entry(name).orElseThrow();
    byte[] bytes = new byte[(int) file.size()];
    int at = 0;
    for (long i = 0; i < Chunk.count(file.size()); i++) {
      byte[] chunk = Chunk.read(file.content(), i, 0).bytes();
      System.arraycopy(chunk, 0, bytes, at, chunk.length);
      at += chunk.length;
    }
    return bytes;
  }

  @Test
  void theJdkReadsTheZipByItsDirectory() throws IOException {
    try (ZipFile zip = new ZipFile(write(ArchiveFormat.ZIP).toFile())) {
      List<String> names = new ArrayList<>();
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String bare = entry.getName().replaceAll("/$", "");
        names.add(bare);
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        assertThat(entry.getExtra()).isNull();
        if (tree.entry(bare).orElseThrow() instanceof TreeEntry.RegularFile) {
          assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(content(bare));
        }
      }
      assertThat(names).isEqualTo(tree.entries().stream().map(TreeEntry::name).toList());
    }
  }

  @Test
  void theJdkReadsTheZipAsAStream() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(write(ArchiveFormat.ZIP)))) {
      int count = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        count++;
        if (entry.getName().equals("bytes/random")) {
          assertThat(zip.readAllBytes()).isEqualTo(content("bytes/random"));
        }
      }
      assertThat(count).isEqualTo(tree.entries().size());
    }
  }

  @Test
  void tarReadsWhatIsWritten() throws Exception {
    Path archive = write(ArchiveFormat.TAR_GZ);
    Path out = Files.createDirectory(folder.resolve("out"));

    run("tar", "-xpzf", archive.toString(), "-C", out.toString());
    List<String> listing = run("tar", "--numeric-owner", "--utc", "-tvzf", archive.toString());

    assertThat(ContentDigest.of(FileTree.scan(out))).isEqualTo(ContentDigest.of(tree));
    assertThat(listing)
        .hasSize(tree.entries().size())
        .allMatch(line -> line.matches("[-dl]rw.r.[x-]r.. 0/0 +[0-9]+ 1980-01-01 00:00 .*|l.*"))
        .anyMatch(line -> line.startsWith("-rwxr-xr-x 0/0") && line.endsWith(" bin/run"))
        .anyMatch(line -> line.startsWith("drwxr-xr-x 0/0") && line.endsWith(" empty folder/"))
        .anyMatch(line -> line.startsWith("lrwxrwxrwx 0/0") && line.endsWith(" bin/link -> run"));
  }

  @Test
  void theJdkReadsTheGzip() throws IOException {
    Path gz = write(ArchiveFormat.TAR_GZ);
    java.io.ByteArrayOutputStream tar = new java.io.ByteArrayOutputStream();
    TarStream.write(tree, tar, Packing.DEFAULT_EPOCH);

    try (InputStream in = new GZIPInputStream(Files.newInputStream(gz))) {
      assertThat(in.readAllBytes()).isEqualTo(tar.toByteArray());
    }
    byte[] header = Arrays.copyOf(Files.readAllBytes(gz), 10);
    assertThat(header).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  }

  @Test
  void weReadWhatTarWritesInEveryFlavour() throws Exception {
    Path source = Files.createDirectory(folder.resolve("source"));
    new ArchiveReader(ExtractionLimits.DEFAULT).extract(write(ArchiveFormat.ZIP), source);
    Files.createLink(source.resolve("z-hard"), source.resolve("bin/run"));
    String expected = ContentDigest.of(FileTree.scan(source));
    for (String flavour : List.of("gnu", "posix", "oldgnu")) {
      Path tar = folder.resolve(flavour + ".tar.gz");
      run("tar", "--format=" + flavour, "-czf", tar.toString(), "-C", source.toString(), ".");

      ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
      Path out = Files.createDirectory(folder.resolve(flavour));
      reader.extract(tar, out);

      assertThat(ContentDigest.of(FileTree.scan(out))).as(flavour).isEqualTo(expected);
      assertThat(reader.contentDigest(tar)).as(flavour).isEqualTo(expected);
      assertThat(reader.readEntry(tar, "z-hard", 100))
          .hasValueSatisfying(bytes -> assertThat(bytes).startsWith("#!/bin/sh".getBytes(UTF_8)));
    }
  }

  @Test
  void weReadWhatTheJdkWrites() throws Exception {
    Path zip = folder.resolve("jdk.zip");
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("sub/file"));
      out.write(content("bytes/random"));
      out.putNextEntry(new ZipEntry("sub/"));
      out.putNextEntry(new ZipEntry("ö"));
    }

    ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);

    assertThat(reader.list(zip))
        .extracting(ArchiveEntry::name)
        .containsExactly("sub", "sub/file", "ö");
    assertThat(reader.readEntry(zip, "sub/file", 1 << 22))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(Samples.random(3_000_000)));
  }

  private static List<String> run(String... command) throws Exception {
    Path log = Files.createTempFile("ocelot", "log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(log);
    Files.delete(log);
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
