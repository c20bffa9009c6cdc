package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Packs a folder in every format and unpacks it again; a program, to be run in other settings. */
final class PackAndUnpack {
  private PackAndUnpack() {}

  public static void main(String[] args) throws Exception {
    run(Path.of(args[0]), Path.of(args[1])).forEach(System.out::println);
  }

  /**
   * Does it.
   *
   * @param tree the folder to pack
   * @param work where to put the archives
   * @return the digest of each archive, and of what came out of it
   * @throws Exception when something fails
   */
  static List<String> run(Path tree, Path work) throws Exception {
    List<String> digests = new ArrayList<>();
    ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
    for (ArchiveFormat format : ArchiveFormat.values()) {
      Path archive = work.resolve("packed." + format.extension());
      new ArchiveWriter(Packing.of(format, 2)).write(FileTree.scan(tree), archive);
      Path out = Files.createDirectory(work.resolve("unpacked-" + format));
      reader.extract(archive, out);
      digests.add(format + " " + sha256(archive) + " " + ContentDigest.of(FileTree.scan(out)));
    }
    return digests;
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
