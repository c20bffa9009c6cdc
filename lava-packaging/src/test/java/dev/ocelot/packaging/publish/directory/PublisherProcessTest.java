package dev.ocelot.packaging.publish.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.PublishedState;
import dev.ocelot.packaging.publish.Receipt.Outcome;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers in processes of their own: at once, killed, and short of disk. */
class PublisherProcessTest {
  private static final int KILLS = 20;
  private static final int LONGEST_LIFE_MICROSECONDS = 400_000;

  private final Path folder;
  private final List<BuiltLayer> layers;

  PublisherProcessTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.layers = PublisherProcess.layers(Files.createDirectories(folder.resolve("here")));
  }

  private static void assertAllOnce(Path published, List<BuiltLayer> layers)
      throws LayerServiceException {
    PublishedState state = new PublishedState(new DirectoryLayerService(published));
    state.assertOnce(layers, PublisherProcess.SETTINGS);
    state.assertUnlocked(layers, PublisherProcess.SETTINGS);
  }

  /** What nobody needs any more, among what is published. */
  private static List<String> litter(Path published) throws IOException {
    Pattern kept =
        Pattern.compile(
            "[a-z0-9-]+/[A-Za-z0-9_-]+/[0-9]+/([A-Za-z0-9_-]+\\.zip|version\\.json|policy\\.json)"
                + "|\\.ocelot/(changes\\.lock|rows/arn[^/]*\\.json)");
    try (Stream<Path> all = Files.walk(published)) {
      return all.filter(Files::isRegularFile)
          .map(file -> published.relativize(file).toString())
          .filter(name -> !kept.matcher(name).matches())
          .toList();
    }
  }

  @Test
  void twoProcessesAtOnceEndWithOneVersionAndOneRow() throws Exception {
    for (int round = 0; round < 3; round++) {
      Path published = folder.resolve("published-" + round);
      try (PublisherProcess a = PublisherProcess.start(folder.resolve("a"), published);
          PublisherProcess b = PublisherProcess.start(folder.resolve("b"), published)) {
        a.go();
        b.go();
        List<String> lines = Stream.concat(a.output().lines(), b.output().lines()).toList();

        assertThat(lines).hasSize(18);
        assertThat(lines.stream().filter(line -> line.contains("outcome=published"))).hasSize(9);
        assertThat(lines).noneMatch(line -> line.contains("outcome=failed"));
      }
      assertAllOnce(published, layers);
      assertThat(litter(published)).isEmpty();
    }
  }

  @Test
  void afterAKillAtAnyMomentTheNextRunFinishes() throws Exception {
    Random random = new Random(20261121);
    int cutOff = 0;
    for (int round = 0; round < KILLS; round++) {
      Path published = folder.resolve("killed-" + round);
      Path work = folder.resolve("work-" + round);
      try (PublisherProcess process = PublisherProcess.start(work, published)) {
        process.go();
        LockSupport.parkNanos(1000L * random.nextInt(LONGEST_LIFE_MICROSECONDS));
        process.kill();
      }
      assertReceiptsAreWhole(work.resolve("receipts.json"));
      assertNoHalfVersions(published);

      PublishResult next =
          PublisherProcess.publish(layers, folder.resolve("receipts.json"), published);

      assertThat(next.problems()).isEmpty();
      assertThat(next.count(Outcome.PENDING)).isZero();
      cutOff += next.count(Outcome.REUSED) < 9 ? 1 : 0;
      assertAllOnce(published, layers);
      assertThat(litter(published)).isEmpty();
    }
    // Otherwise every process had finished, and this shows nothing.
    assertThat(cutOff).isPositive();
  }

  private static void assertReceiptsAreWhole(Path receipts) {
    if (Files.exists(receipts)) {
      Problems problems = new Problems();
      assertThat(new JsonTree().read(receipts, "receipts.json", problems)).isPresent();
    }
  }

  private void assertNoHalfVersions(Path published) throws LayerServiceException {
    LayerService service = new DirectoryLayerService(published);
    for (BuiltLayer layer : layers) {
      for (Region region : PublisherProcess.SETTINGS.regions()) {
        LayerName name = layer.name();
        for (LayerVersion version : service.versions(region, name)) {
          assertThat(service.code(version).sha256()).isEqualTo(layer.digests().sha256());
        }
      }
    }
  }

  /** A limit on the size of files fails a write in its middle, as a full disk does. */
  @Test
  void aWriteThatFailsInItsMiddleLeavesNothingAndTheNextRunFinishes() throws Exception {
    Path published = folder.resolve("full");
    Path work = folder.resolve("work");
    Files.createDirectories(work);
    List<BuiltLayer> unused = PublisherProcess.layers(work);
    String limited = "ulimit -f 200; exec \"$@\"";
    try (PublisherProcess process =
        PublisherProcess.start(work, published, "sh", "-c", limited, "sh")) {
      process.go();
      assertThat(process.output().lines())
          .hasSize(9)
          .allMatch(line -> line.contains("outcome=failed"))
          .allMatch(line -> line.contains("File too large"));
    }
    assertThat(litter(published)).isEmpty();
    assertThat(Files.readString(work.resolve("receipts.json"))).contains("publish-failed");

    PublisherProcess.publish(layers, folder.resolve("receipts.json"), published);

    assertAllOnce(published, layers);
  }
}
