package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.Receipt.Outcome;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerPublisherTest {
  private static final Region EAST = new Region("us-east-1");
  private static final Region WEST = new Region("eu-west-1");
  private static final RetryPolicy BRIEF =
      new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(1));

  private final Path folder;
  private final Path receipts;
  private final DirectoryLayerService service;
  private final BuiltLayer hello;

  LayerPublisherTest(@TempDir Path folder) {
    this.folder = folder;
    this.receipts = folder.resolve("target/receipts.json");
    this.service = new DirectoryLayerService(folder.resolve("published"));
    this.hello = LayerSamples.layer(folder, "hello", "one");
  }

  private LayerPublisher publisher(LayerService to, PublishSettings settings) {
    PublishPatience patience = new PublishPatience(BRIEF, LockPatience.DEFAULT, 4);
    return new LayerPublisher(to, settings, patience, new FakeTiming(), "12".repeat(20));
  }

  private PublishResult run(PublishSettings settings, BuiltLayer... layers)
      throws InterruptedException {
    return run(service, settings, layers);
  }

  private PublishResult run(LayerService to, PublishSettings settings, BuiltLayer... layers)
      throws InterruptedException {
    LayerPublisher publisher = publisher(to, settings);
    return publisher.publish(publisher.plan(List.of(layers)), receipts, Progress.none());
  }

  private List<String> plan(PublishSettings settings, BuiltLayer... layers)
      throws InterruptedException {
    return publisher(service, settings).plan(List.of(layers)).lines();
  }

  private LayerService denied(Region denied) {
    return new ServiceAround(service) {
      @Override
      public List<LayerVersion> versions(Region region, LayerName layer)
          throws LayerServiceException {
        if (region.equals(denied)) {
          throw new LayerServiceException(LayerServiceException.Fault.DENIED, "not for you");
        }
        return super.versions(region, layer);
      }
    };
  }

  private LayerService inAccount(String account) {
    return new ServiceAround(service) {
      @Override
      public String preflight(List<Region> regions) {
        return account;
      }
    };
  }

  /** Every file below the published directory with its bytes and time. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve("published"))) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(each.toString(), Files.getLastModifiedTime(each) + " " + Files.size(each));
      }
    }
    return files;
  }

  private LayerVersion only(Region region) throws LayerServiceException {
    List<LayerVersion> versions = service.versions(region, hello.name());
    assertThat(versions).hasSize(1);
    return versions.get(0);
  }

  /** Else a version would stand there without its permission. */
  @Test
  void whatWouldBeRefusedAfterwardsIsRefusedBeforeAnythingIsSent() throws Exception {
    LayerService refusing =
        new ServiceAround(service) {
          @Override
          public void rehearse(Region region, LayerName layer, boolean toEveryone)
              throws LayerServiceException {
            assertThat(toEveryone).isTrue();
            if (region.name().equals("us-east-1")) {
              throw new LayerServiceException(LayerServiceException.Fault.DENIED, "not for you");
            }
          }
        };
    PublishSettings settings = LayerSamples.settings(true, "us-east-1", "eu-west-1");

    PublishResult result = run(refusing, settings, hello);

    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly(hello.name() + " in us-east-1: not for you");
    assertThat(service.versions(new Region("us-east-1"), hello.name())).isEmpty();
    assertThat(service.table().versions()).hasSize(1);
    assertThat(only(new Region("eu-west-1")).number()).isEqualTo(1);
  }

  @Test
  void publishesEveryLayerToEveryRegion() throws Exception {
    PublishSettings settings = LayerSamples.settings(true, "us-east-1", "eu-west-1");
    BuiltLayer other = LayerSamples.layer(folder, "other", "two");

    PublishResult result = run(settings, hello, other);

    assertThat(result.summary())
        .extracting(
            row ->
                String.join(
                    " ", row.layer(), row.region(), row.version(), row.outcome(), row.detail()))
        .containsExactly(
            "ocel-amd64-hello-1_0-local us-east-1 1 published published version 1",
            "ocel-amd64-hello-1_0-local eu-west-1 1 published published version 1",
            "ocel-amd64-other-1_0-local us-east-1 1 published published version 1",
            "ocel-amd64-other-1_0-local eu-west-1 1 published published version 1");
    new PublishedState(service).assertOnce(List.of(hello, other), settings);
    new PublishedState(service).assertUnlocked(List.of(hello, other), settings);
    assertThat(
            folder.resolve(
                "published/us-east-1/ocel-amd64-hello-1_0-local/1/ocel-amd64-hello-1_0-local.zip"))
        .hasSameBinaryContentAs(hello.file());
  }

  @Test
  void theRowAccountsForTheVersion() throws Exception {
    run(LayerSamples.settings(false, "us-east-1"), hello);

    Row row = service.table().row(only(EAST).arn()).orElseThrow();
    assertThat(row.attributes())
        .containsEntry("distribution", new Row.Text("hello"))
        .containsEntry("base_layer_arn", new Row.Text(only(EAST).baseArn()))
        .containsEntry("version", new Row.Whole(1))
        .containsEntry("region", new Row.Text("us-east-1"))
        .containsEntry("base_name", new Row.Text("ocel-amd64-hello-1_0-local"))
        .containsEntry("architecture", new Row.Text("amd64"))
        .containsEntry("layer_version_str", new Row.Text("1_0"))
        .containsEntry("md5_hash", new Row.Text(hello.digests().md5()))
        .containsEntry("public", new Row.Flag(false))
        .containsEntry("compatible_runtimes", new Row.Texts(List.of("java21")))
        .containsEntry("release_group", new Row.Text("local"))
        .containsEntry("commit", new Row.Text("12".repeat(20)))
        .containsEntry("sha256", new Row.Text(hello.digests().sha256()))
        .containsEntry("size", new Row.Whole(hello.digests().size()))
        .containsEntry("structural_tag", new Row.Text("ab".repeat(16)))
        .containsEntry("tool_versions", new Row.Texts(List.of("gcc 12.2.0")))
        .containsEntry(
            "sources", new Row.Texts(List.of("https://example.org/x.git " + "12".repeat(20))))
        .containsEntry("content_digest", new Row.Text(hello.artifact().contentDigest()))
        .doesNotContainKeys("distribution_description", "collector_version_input", "build_tags");
    assertThat(row.text("publish_timestamp").orElseThrow())
        .matches("2026-01-02T03:04:\\d\\d\\.\\d{6}\\+00:00");
  }

  @Test
  void publishingTheSameAgainChangesNothing() throws Exception {
    PublishSettings settings = LayerSamples.settings(true, "us-east-1", "eu-west-1");
    run(settings, hello);
    Map<String, String> before = files();

    PublishResult again = run(settings, hello);

    assertThat(again.count(Outcome.REUSED)).isEqualTo(2);
    assertThat(again.receipts()).extracting(Receipt::arn).doesNotContain("");
    assertThat(again.summary().get(0).detail()).isEqualTo("version 1 has the same MD5");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anotherPackingOfTheSameContentIsNotPublished() throws Exception {
    PublishSettings settings = LayerSamples.settings(false, "us-east-1");
    run(settings, hello);
    Path repacked = LayerSamples.zip(folder.resolve("repacked.zip"), "another packing", 3000);
    BuiltLayer same = LayerSamples.layer("hello", repacked, hello.artifact().contentDigest());

    PublishResult result = run(settings, same);

    assertThat(result.count(Outcome.REUSED)).isEqualTo(1);
    assertThat(result.summary().get(0).detail()).isEqualTo("version 1 has the same content digest");
    Row row = service.table().row(only(EAST).arn()).orElseThrow();
    assertThat(row.text("sha256")).contains(hello.digests().sha256());
  }

  @Test
  void aMatchCountsOnlyIfTheServiceServesThoseBytes() throws Exception {
    PublishSettings settings = LayerSamples.settings(false, "us-east-1");
    run(settings, hello);
    Path zip =
        folder.resolve(
            "published/us-east-1/ocel-amd64-hello-1_0-local/1/ocel-amd64-hello-1_0-local.zip");
    Files.write(zip, new byte[10]);

    assertThat(plan(settings, hello))
        .containsExactly(
            "publish ocel-amd64-hello-1_0-local in us-east-1: none of its 1 versions has its MD5 or"
                + " content digest");
    assertThat(run(settings, hello).receipts()).extracting(Receipt::version).containsExactly(2L);
    // Nor does a lost zip stand in the way.
    Files.delete(zip);
    assertThat(run(settings, hello).receipts()).extracting(Receipt::version).containsExactly(2L);
  }

  @Test
  void changedContentIsANewVersion() throws Exception {
    PublishSettings settings = LayerSamples.settings(false, "us-east-1");
    run(settings, hello);
    BuiltLayer changed = LayerSamples.layer(folder, "hello", "two");

    assertThat(run(settings, changed).receipts()).extracting(Receipt::version).containsExactly(2L);
    assertThat(run(settings, hello).receipts()).extracting(Receipt::version).containsExactly(1L);
    assertThat(service.versions(new Region("us-east-1"), hello.name())).hasSize(2);
  }

  @Test
  void aMissingRowIsWrittenAndSaid() throws Exception {
    PublishSettings settings = LayerSamples.settings(false, "us-east-1");
    run(settings, hello);
    Row row = service.table().row(only(EAST).arn()).orElseThrow();
    service.table().delete(row);

    assertThat(plan(settings, hello))
        .containsExactly(
            "repair ocel-amd64-hello-1_0-local in us-east-1: version 1 has the same MD5, but its"
                + " row is missing");
    PublishResult result = run(settings, hello);
    assertThat(result.summary().get(0))
        .extracting("outcome", "detail")
        .containsExactly("repaired", "version 1 has the same MD5, wrote its row");
    new PublishedState(service).assertOnce(List.of(hello), settings);
  }

  @Test
  void aRowThatSaysSomethingElseIsMendedAndKeepsTheRest() throws Exception {
    PublishSettings settings = LayerSamples.settings(false, "us-east-1");
    run(settings, hello);
    Row row = service.table().row(only(EAST).arn()).orElseThrow();
    Row wrong =
        row.with("sha256", new Row.Text("00"))
            .with("region", new Row.Text("x"))
            .with("note", new Row.Text("mine"));
    service.table().replace(row, wrong);

    assertThat(run(settings, hello).summary().get(0).detail())
        .isEqualTo("version 1 has the same MD5, mended its row");
    assertThat(service.table().row(row.key())).contains(row.with("note", new Row.Text("mine")));
  }

  @Test
  void permissionsFollowTheSettingsAlsoOnReuse() throws Exception {
    PublishSettings closed = LayerSamples.settings(false, "us-east-1");
    PublishSettings open = LayerSamples.settings(true, "us-east-1");
    run(closed, hello);
    assertThat(service.policy(only(EAST))).isEmpty();

    assertThat(run(open, hello).summary().get(0).detail())
        .isEqualTo("version 1 has the same MD5, made it public, mended its row");
    new PublishedState(service).assertOnce(List.of(hello), open);
    assertThat(run(open, hello).count(Outcome.REUSED)).isEqualTo(1);

    assertThat(run(closed, hello).summary().get(0).detail())
        .isEqualTo(
            "version 1 has the same MD5, took its publication to everyone back, mended its row");
    new PublishedState(service).assertOnce(List.of(hello), closed);
  }

  @Test
  void permissionsOfOthersAreLeftAlone() throws Exception {
    run(LayerSamples.settings(false, "us-east-1"), hello);
    PolicyStatement other =
        new PolicyStatement("partner", "lambda:GetLayerVersion", "210987654321", "");
    service.allow(only(EAST), other);

    assertThat(run(LayerSamples.settings(false, "us-east-1"), hello).count(Outcome.REUSED))
        .isEqualTo(1);
    run(LayerSamples.settings(true, "us-east-1"), hello);

    assertThat(service.policy(only(EAST))).containsExactly(other, PolicyStatement.PUBLIC);
  }

  @Test
  void aRegionThatFailsHidesNoOther() throws Exception {
    PublishSettings settings = LayerSamples.settings(true, "us-east-1", "eu-west-1");
    PublishResult result = run(denied(EAST), settings, hello);

    assertThat(result.receipts())
        .extracting(Receipt::outcome)
        .containsExactly(Outcome.FAILED, Outcome.PUBLISHED);
    assertThat(result.problems())
        .singleElement()
        .asString()
        .isEqualTo("publish-failed: ocel-amd64-hello-1_0-local in us-east-1: not for you");
    assertThat(service.versions(WEST, hello.name())).hasSize(1);
    assertThat(Files.readString(receipts))
        .containsSubsequence(
            "us-east-1", "\"outcome\": \"failed\"", "eu-west-1", "\"outcome\": \"published\"");
  }

  @Test
  void aDeniedListIsAnErrorAndNotAnEmptyLayer() throws Exception {
    PublishSettings settings = LayerSamples.settings(true, "us-east-1");
    LayerPublisher publisher = publisher(denied(EAST), settings);

    assertThat(publisher.plan(List.of(hello)).lines())
        .containsExactly("unknown ocel-amd64-hello-1_0-local in us-east-1: not for you");
  }

  @Test
  void anotherAccountIsRefusedBeforeAnythingIsAsked() {
    PublishSettings settings = LayerSamples.settings(true, "us-east-1");
    PublishSettings guarded =
        new PublishSettings(
            settings.layer(),
            settings.regions(),
            settings.table(),
            "123456789012",
            PublisherKind.AWS,
            "",
            "");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> publisher(inAccount("210987654321"), guarded).plan(List.of(hello)))
        .withMessage(
            "wrong-account: the credentials belong to another account (got 210987654321, expected"
                + " 123456789012)");
  }

  @Test
  void aPlanOnlyReads() throws Exception {
    assertThat(plan(LayerSamples.settings(true, "us-east-1", "eu-west-1"), hello))
        .containsExactly(
            "publish ocel-amd64-hello-1_0-local in us-east-1: it has no version yet",
            "publish ocel-amd64-hello-1_0-local in eu-west-1: it has no version yet");
    assertThat(folder.resolve("published")).doesNotExist();
    assertThat(receipts).doesNotExist();
  }

  @Test
  void withoutLayersNothingHappens() throws Exception {
    assertThat(run(inAccount("1"), LayerSamples.settings(true, "us-east-1")).receipts()).isEmpty();
    assertThat(folder.resolve("published")).doesNotExist();
  }

  @Test
  void whatWasPublishedSinceThePlanIsNotPublishedAgain() throws Exception {
    PublishSettings settings = LayerSamples.settings(false, "us-east-1");
    LayerPublisher publisher = publisher(service, settings);
    PublishPlan plan = publisher.plan(List.of(hello));
    run(settings, hello);

    PublishResult result = publisher.publish(plan, receipts, Progress.none());

    assertThat(result.count(Outcome.REUSED)).isEqualTo(1);
    assertThat(only(EAST).number()).isEqualTo(1);
  }
}
