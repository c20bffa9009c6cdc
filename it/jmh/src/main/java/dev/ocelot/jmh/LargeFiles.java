package dev.ocelot.jmh;

import dev.ocelot.tag.Tag;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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

/** MD5 over 256 MiB a file: the calculator on one and on two cores, and {@code md5sum} on one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 9)
@Fork(1)
public class LargeFiles {
  private static final int MEBIBYTES = 256;

  private Path folder = Path.of("");

  /**
   * Writes two files of the same pseudo-random bytes.
   *
   * @throws IOException when they cannot be written
   */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("ocelot-large");
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    for (String name : List.of("a", "b")) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
        for (int i = 0; i < MEBIBYTES; i++) {
          random.nextBytes(block);
          out.write(block);
        }
      }
    }
  }

  /**
   * Removes the files.
   *
   * @throws IOException when they cannot be removed
   */
  @TearDown
  public void remove() throws IOException {
    Files.delete(folder.resolve("a"));
    Files.delete(folder.resolve("b"));
    Files.delete(folder);
  }

  /**
   * One file on one core.
   *
   * @return its tag
   */
  @Benchmark
  public Tag oneCore() {
    return new TagCalculator(folder).tag(List.of(new TagInput("a", folder.resolve("a"))));
  }

  /**
   * Two files on two cores: twice the bytes.
   *
   * @return their tags
   */
  @Benchmark
  public List<Tag> twoCores() {
    TagCalculator calculator = new TagCalculator(folder);
    return List.of("a", "b").parallelStream()
        .map(name -> calculator.tag(List.of(new TagInput(name, folder.resolve(name)))))
        .toList();
  }

  /**
   * One file by md5sum.
   *
   * @throws Exception when it fails
   */
  @Benchmark
  public void md5sum() throws Exception {
    Peer.run(folder, List.of("md5sum", "a"));
  }
}
