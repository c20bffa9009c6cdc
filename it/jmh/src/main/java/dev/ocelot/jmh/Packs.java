package dev.ocelot.jmh;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.archive.ArchiveWriter;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Packing a tree of 200 MiB in 9,000 files: ours on two cores, {@code zip} and {@code tar}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class Packs {
  private Path folder = Path.of("");
  private Path tree = Path.of("");

  /**
   * Writes the tree.
   *
   * @throws IOException when it cannot be written
   */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("ocelot-packs");
    tree = Files.createDirectory(folder.resolve("tree"));
    new ManyFiles().write(tree);
  }

  /**
   * Removes it.
   *
   * @throws IOException when it cannot be removed
   */
  @TearDown
  public void remove() throws IOException {
    Folders.remove(folder);
  }

  /**
   * A zip of level 6.
   *
   * @return its bytes
   * @throws IOException when its size cannot be read
   */
  @Benchmark
  public long zip() throws IOException {
    return pack(ArchiveFormat.ZIP, 6);
  }

  /**
   * A zip of level 9.
   *
   * @return its bytes
   * @throws IOException when its size cannot be read
   */
  @Benchmark
  public long zipBest() throws IOException {
    return pack(ArchiveFormat.ZIP, 9);
  }

  /**
   * A tar.zst of the default level.
   *
   * @return its bytes
   * @throws IOException when its size cannot be read
   */
  @Benchmark
  public long tarZst() throws IOException {
    return pack(ArchiveFormat.TAR_ZST, ArchiveFormat.TAR_ZST.defaultLevel());
  }

  /**
   * {@code zip -r} of level 6.
   *
   * @throws Exception when it fails
   */
  @Benchmark
  public void peerZip() throws Exception {
    peerZip("-6");
  }

  /**
   * {@code zip -r} of level 9.
   *
   * @throws Exception when it fails
   */
  @Benchmark
  public void peerZipBest() throws Exception {
    peerZip("-9");
  }

  /**
   * {@code tar cj}.
   *
   * @throws Exception when it fails
   */
  @Benchmark
  public void peerTarBz2() throws Exception {
    Peer.run(folder, List.of("tar", "cjf", "peer.tar.bz2", "tree"));
  }

  private void peerZip(String level) throws Exception {
    Files.deleteIfExists(folder.resolve("peer.zip"));
    Peer.run(folder, List.of("zip", "-q", "-r", level, "peer.zip", "tree"));
  }

  private long pack(ArchiveFormat format, int level) throws IOException {
    Path target = folder.resolve("ours." + format.extension());
    Packing packing = new Packing(format, level, Packing.DEFAULT_EPOCH, 2);
    new ArchiveWriter(packing).write(FileTree.scan(tree), target);
    return Files.size(target);
  }
}
