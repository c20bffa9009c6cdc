package dev.ocelot.jmh;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** MD5 over 20,000 files of some KiB: the calculator on two cores, and one {@code md5sum}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
@Fork(1)
public class SmallInputs {
  private static final int FILES = 20_000;
  private static final int MOST_BYTES = 8 << 10;

  private Path folder = Path.of("");
  private List<String> names = List.of();

  /**
   * Writes the files, 500 to a folder.
   *
   * @throws IOException when they cannot be written
   */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("ocelot-small");
    names = IntStream.range(0, FILES).mapToObj(i -> "d" + i / 500 + "/f" + i).toList();
    Random random = new Random(1);
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(folder.resolve(name.substring(0, name.indexOf('/'))));
      byte[] bytes = new byte[random.nextInt(MOST_BYTES)];
      random.nextBytes(bytes);
      Files.write(file, bytes);
    }
    Files.write(folder.resolve("list"), names);
  }

  /**
   * Removes them.
   *
   * @throws IOException when they cannot be removed
   */
  @TearDown
  public void remove() throws IOException {
    Folders.remove(folder);
  }

  /**
   * All files on two cores, each a tag of its own, as a check of many components does it.
   *
   * @return their tags
   */
  @Benchmark
  public List<Tag> twoCoresSmall() {
    TagCalculator calculator = new TagCalculator(folder);
    try (ParallelMap work = ParallelMap.onAllProcessors()) {
      return work.map(
          names, name -> calculator.tag(List.of(new TagInput(name, folder.resolve(name)))));
    }
  }

  /**
   * All files by one process.
   *
   * @throws Exception when it fails
   */
  @Benchmark
  public void md5sumSmall() throws Exception {
    Peer.run(folder, List.of("xargs", "-a", "list", "-s", "2000000", "md5sum"));
  }
}
