package dev.ocelot.packaging.publish.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.FaultyLayerService;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedLayers;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.packaging.publish.ServiceAround;
import dev.ocelot.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerRemovalTest {
  private static final Region EAST = new Region("us-east-1");
  private static final Region WEST = new Region("eu-west-1");
  private static final PublishSettings SETTINGS =
      LayerSamples.settings(false, "us-east-1", "eu-west-1");
  private static final LayerName HELLO = new LayerName("ocel-amd64-hello-1_0-local");

  private final PublishedLayers published;
  private final Path folder;

  LayerRemovalTest(@TempDir Path folder) {
    this.folder = folder;
    this.published = new PublishedLayers(folder);
  }

  /** Three versions of hello and one of other, in two regions. */
  @BeforeEach
  void publish() throws InterruptedException {
    for (String content : List.of("one", "two", "three")) {
      published.publish(SETTINGS, LayerSamples.layer(folder, "hello", content));
    }
    published.publish(SETTINGS, LayerSamples.layer(folder, "other", "four"));
  }

  private static RemovalRequest request(String pattern, int keep) {
    return new RemovalRequest(new LayerPattern(pattern), SETTINGS.regions(), keep, false);
  }

  private RemovalPlan plan(LayerService service, RemovalRequest request) throws Exception {
    return new RemovalPlanner(published.patient(service), request).plan();
  }

  private List<Removed> remove(LayerService service, RemovalRequest request) throws Exception {
    return new LayerRemoval(published.patient(service)).carryOut(plan(service, request));
  }

  private List<Long> numbers(Region region) throws LayerServiceException {
    return published.service().versions(region, HELLO).stream().map(LayerVersion::number).toList();
  }

  private List<String> rows() throws LayerServiceException {
    return published.service().table().versions().stream()
        .map(
            row ->
                row.key().replaceFirst(".*lambda:(.*)::layer:ocel-amd64-(.*)-1_0-local", "$1 $2"))
        .toList();
  }

  @Test
  void aPlanOnlyReads() throws Exception {
    RemovalPlan plan = plan(published.service(), request("*-hello-*", 2));

    assertThat(plan.entries())
        .extracting(e -> e.region() + " " + e.number() + " " + e.decision().text())
        .containsExactly(
            "eu-west-1 1 delete",
            "eu-west-1 2 keep",
            "eu-west-1 3 keep",
            "us-east-1 1 delete",
            "us-east-1 2 keep",
            "us-east-1 3 keep");
    assertThat(plan.summary()).contains("2 versions in 2 regions");
    assertThat(rows()).hasSize(8);
    assertThat(numbers(EAST)).containsExactly(1L, 2L, 3L);
  }

  @ParameterizedTest
  @CsvSource({
    "*, 8",
    "ocel-amd64-hello-*, 6",
    "ocel-amd64-hello, 0",
    "OCEL*, 0",
    "*-1_0-local:2, 2",
    "*other*, 2",
    "ocel-amd64-[ho]*, 8",
    "ocel-amd64-[!h]*, 2",
    "ocel-amd64-hell?-1_0-local, 6"
  })
  void aPatternFitsWholeNamesOrNamesWithVersions(String pattern, int versions) throws Exception {
    assertThat(plan(published.service(), request(pattern, 0)).deletions()).hasSize(versions);
  }

  /** The older tool looked for a row in the layer's region, so every row elsewhere stayed. */
  @Test
  void rowsGoWithTheirVersionsInEveryRegion() throws Exception {
    assertThat(remove(published.service(), request("*-hello-*", 1)))
        .hasSize(4)
        .allMatch(removed -> removed.outcome().equals("deleted"));

    assertThat(numbers(EAST)).containsExactly(3L);
    assertThat(numbers(WEST)).containsExactly(3L);
    assertThat(rows())
        .containsExactlyInAnyOrder(
            "us-east-1 hello:3", "eu-west-1 hello:3", "us-east-1 other:1", "eu-west-1 other:1");
  }

  @Test
  void numbersAreNotGivenAgain() throws Exception {
    remove(published.service(), request("*-hello-*", 0));

    BuiltLayer again = LayerSamples.layer(folder, "hello", "three");
    assertThat(published.publish(SETTINGS, again).receipts())
        .allMatch(receipt -> receipt.version() == 4);
  }

  @Test
  void whatFunctionsUseStaysUnlessToldOtherwise() throws Exception {
    LayerService used =
        new ServiceAround(published.service()) {
          @Override
          public List<String> users(LayerVersion version) {
            return version.number() == 1 && version.region().equals(EAST)
                ? List.of("arn:function:billing")
                : List.of();
          }
        };

    RemovalPlan plan = plan(used, request("*-hello-*", 1));
    assertThat(plan.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "layer-in-use: ocel-amd64-hello-1_0-local version 1 in us-east-1 is used by arn:function:billing");
    new LayerRemoval(published.patient(used)).carryOut(plan);
    assertThat(numbers(EAST)).containsExactly(1L, 3L);

    RemovalRequest even = new RemovalRequest(new LayerPattern("*-hello-*"), List.of(EAST), 1, true);
    assertThat(remove(used, even)).hasSize(1);
    assertThat(numbers(EAST)).containsExactly(3L);
  }

  @Test
  void aRowWhoseVersionIsGoneGoesToo() throws Exception {
    published.service().delete(published.service().versions(EAST, HELLO).get(1));

    RemovalPlan plan = plan(published.service(), request("*-hello-*:2", 0));
    assertThat(plan.summary()).contains("1 version and 1 row without a version in 2 regions");
    assertThat(remove(published.service(), request("*-hello-*:2", 0)))
        .allMatch(removed -> removed.outcome().equals("deleted"));
    assertThat(rows()).doesNotContain("us-east-1 hello:2", "eu-west-1 hello:2").hasSize(6);
  }

  /** A version that appears between the plan and its end must not lose its row. */
  @Test
  void aRowWhoseVersionExistsByNowStays() throws Exception {
    RemovalPlan stale =
        new RemovalPlan(
            List.of(
                new RemovalPlan.Entry(
                    EAST,
                    HELLO,
                    1,
                    published.service().versions(EAST, HELLO).get(0).arn(),
                    RemovalPlan.Decision.DELETE_ROW,
                    "")),
            List.of());

    assertThat(new LayerRemoval(published.patient()).carryOut(stale))
        .extracting(Removed::outcome)
        .containsExactly("stays, the version exists by now");
    assertThat(rows()).hasSize(8);
  }

  @Test
  void aRegionThatFailsHidesNoOtherAndNoRowIsGuessed() throws Exception {
    LayerService denied =
        new ServiceAround(published.service()) {
          @Override
          public List<LayerName> layers(Region region) throws LayerServiceException {
            if (region.equals(EAST)) {
              throw new LayerServiceException(Fault.DENIED, "not for you");
            }
            return super.layers(region);
          }
        };

    RemovalPlan plan = plan(denied, request("*-hello-*", 0));

    assertThat(plan.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "layer-service-failed: the layers of us-east-1 cannot be listed: not for you");
    assertThat(plan.deletions()).hasSize(3).allMatch(entry -> entry.region().equals(WEST));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void troubleThatGoesByLeavesNothing(long seed) throws Exception {
    LayerService faulty =
        new FaultyLayerService(published.service(), FaultyLayerService.passing(seed));

    // A run whose patience ended is run again.
    for (int run = 0; run < 3; run++) {
      remove(faulty, request("*-hello-*", 0));
    }

    assertThat(numbers(EAST)).isEmpty();
    assertThat(rows()).containsExactlyInAnyOrder("us-east-1 other:1", "eu-west-1 other:1");
  }

  @Test
  void locksAreGivenBack() throws Exception {
    remove(published.service(), request("*", 0));

    for (Region region : SETTINGS.regions()) {
      assertThat(published.service().table().row("lock:" + region + ":" + HELLO)).isEmpty();
    }
  }
}
