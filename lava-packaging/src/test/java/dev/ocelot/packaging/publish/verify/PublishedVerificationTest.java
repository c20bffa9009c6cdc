package dev.ocelot.packaging.publish.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.FaultyLayerService;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedLayers;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.packaging.publish.Row;
import dev.ocelot.packaging.publish.ServiceAround;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedVerificationTest {
  private static final Region EAST = new Region("us-east-1");
  private static final PublishSettings SETTINGS =
      LayerSamples.settings(true, "us-east-1", "eu-west-1");

  private final Path work;
  private final PublishedLayers published;
  private final BuiltLayer hello;

  PublishedVerificationTest(@TempDir Path folder) throws IOException {
    this.work = Files.createDirectory(folder.resolve("work"));
    this.published = new PublishedLayers(folder);
    this.hello = LayerSamples.layer(folder, "hello", "one");
  }

  @BeforeEach
  void publish() throws InterruptedException {
    published.publish(SETTINGS, hello);
  }

  /** One way in which what is published goes wrong, and what is said of it. */
  record Damage(String what, Harm harm, String got, String goal) {
    interface Harm {
      void to(PublishedLayers published, BuiltLayer layer) throws Exception;
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage(
            "its row has another sha256",
            (all, layer) -> change(all, layer, "sha256", new Row.Text("00")),
            "00",
            "publish-layers"),
        new Damage(
            "its row has another MD5",
            (all, layer) -> change(all, layer, "md5_hash", new Row.Text("11")),
            "11",
            "publish-layers"),
        new Damage(
            "its row has another size",
            (all, layer) -> change(all, layer, "size", new Row.Whole(7)),
            "7 bytes",
            "publish-layers"),
        new Damage(
            "its row has another structural tag",
            (all, layer) -> change(all, layer, "structural_tag", new Row.Text("cd".repeat(16))),
            "cd".repeat(16),
            "publish-layers"),
        new Damage(
            "its row has another permission",
            (all, layer) -> change(all, layer, "public", new Row.Flag(false)),
            "not public",
            "publish-layers"),
        new Damage(
            "its row is about another version",
            (all, layer) -> change(all, layer, "region", new Row.Text("eu-west-1")),
            "arn:directory:lambda:us-east-1::layer:ocel-amd64-hello-1_0-local:1",
            "publish-layers"),
        new Damage(
            "it has no row",
            (all, layer) -> all.service().table().delete(all.row("us-east-1", layer.name(), 1)),
            "nothing",
            "publish-layers"),
        new Damage(
            "its permission is wrong",
            (all, layer) ->
                all.service().disallow(version(all, layer), PolicyStatement.PUBLIC.id()),
            "not public",
            "publish-layers"));
  }

  private static void change(PublishedLayers all, BuiltLayer layer, String name, Row.Value value)
      throws LayerServiceException {
    all.change(all.row("us-east-1", layer.name(), 1), name, value);
  }

  private static LayerVersion version(PublishedLayers all, BuiltLayer layer)
      throws LayerServiceException {
    return all.service().versions(EAST, layer.name()).get(0);
  }

  private List<Verified> built(LayerService service) throws InterruptedException {
    return new PublishedVerification(published.patient(service), work, Progress.none())
        .built(List.of(hello), SETTINGS.regions(), true);
  }

  private List<Verified> accounted() throws Exception {
    return new PublishedVerification(published.patient(), work, Progress.none()).accounted();
  }

  private static List<Problem> problems(List<Verified> verified) {
    return verified.stream().flatMap(one -> one.problems().stream()).toList();
  }

  @Test
  void whatWasPublishedIsWhole() throws Exception {
    assertThat(built(published.service()))
        .allMatch(Verified::isWhole)
        .extracting(one -> one.region() + " " + one.version() + " " + one.size())
        .containsExactly(
            "us-east-1 1 " + hello.digests().size(), "eu-west-1 1 " + hello.digests().size());
    assertThat(accounted()).hasSize(2).allMatch(Verified::isWhole);
    assertThat(work).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void everyDifferenceIsOneProblemWithARemedy(Damage damage) throws Exception {
    damage.harm().to(published, hello);

    assertThat(problems(built(published.service())))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.id().text()).isEqualTo("published-differs");
              assertThat(problem.message())
                  .isEqualTo("ocel-amd64-hello-1_0-local version 1 in us-east-1: " + damage.what());
              assertThat(problem.got()).isEqualTo(damage.got());
              assertThat(problem.remedy())
                  .isInstanceOfSatisfying(
                      Remedy.RunGoal.class, run -> assertThat(run.goal()).isEqualTo(damage.goal()));
            });
  }

  @ParameterizedTest
  @MethodSource("damages")
  void publishingAgainMendsEveryOne(Damage damage) throws Exception {
    damage.harm().to(published, hello);

    published.publish(SETTINGS, hello);

    assertThat(problems(built(published.service()))).isEmpty();
  }

  @Test
  void otherBytesAreFoundThoughTheDescriptionNamesTheOldOnes() throws Exception {
    Files.write(published.zip("us-east-1", hello.name(), 1), new byte[10]);

    List<Problem> problems = problems(built(published.service()));

    assertThat(problems)
        .extracting(Problem::message)
        .contains(
            "ocel-amd64-hello-1_0-local version 1 in us-east-1: its bytes are others",
            "ocel-amd64-hello-1_0-local version 1 in us-east-1: its description does not name the MD5 of its bytes");
    assertThat(problems.get(0).remedy())
        .isEqualTo(
            Remedy.run(
                "delete-layers",
                java.util.Map.of(
                    "ocelot.pattern",
                    "ocel-amd64-hello-1_0-local:1",
                    "ocelot.regions",
                    "us-east-1"),
                "delete it with its row, then publish or copy it again"));
    assertThat(problems(accounted())).isNotEmpty();
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aServiceThatStatesAnotherDigestIsFound() throws Exception {
    LayerService liar =
        new ServiceAround(published.service()) {
          @Override
          public dev.ocelot.packaging.publish.LayerCode code(LayerVersion version)
              throws LayerServiceException {
            return new dev.ocelot.packaging.publish.LayerCode(
                "0".repeat(64), super.code(version).size());
          }
        };

    assertThat(problems(built(liar)))
        .hasSize(2)
        .allSatisfy(
            problem ->
                assertThat(problem.message())
                    .endsWith("the service states another digest than its bytes have"));
  }

  @Test
  void aRegionWithoutTheLayerIsMissing() throws Exception {
    published.service().delete(version(published, hello));

    assertThat(problems(built(published.service())))
        .extracting(Problem::toString)
        .containsExactly(
            "not-published: ocel-amd64-hello-1_0-local is not published in us-east-1: it has no version there");
    assertThat(problems(accounted()))
        .extracting(Problem::toString)
        .containsExactly(
            "not-published: ocel-amd64-hello-1_0-local version 1 in us-east-1 has a row but does not exist");
  }

  @Test
  void aVersionThatNobodyAccountsForIsFound() throws Exception {
    Path zip = LayerSamples.zip(work.resolveSibling("by-hand.zip"), "by hand", 100);
    published.service().publish(EAST, LayerSamples.upload(hello.name().text(), zip), sent -> {});

    assertThat(problems(accounted()))
        .extracting(Problem::toString)
        .containsExactly(
            "published-differs: ocel-amd64-hello-1_0-local version 2 in us-east-1: it has no row");
  }

  @Test
  void aDeniedCallIsAProblemOfItsRegionAlone() throws Exception {
    LayerService denied =
        new ServiceAround(published.service()) {
          @Override
          public List<LayerVersion> versions(
              Region region, dev.ocelot.packaging.publish.LayerName layer)
              throws LayerServiceException {
            if (region.equals(EAST)) {
              throw new LayerServiceException(Fault.DENIED, "not for you");
            }
            return super.versions(region, layer);
          }
        };

    List<Verified> verified = built(denied);

    assertThat(problems(verified))
        .extracting(Problem::toString)
        .containsExactly(
            "layer-service-failed: ocel-amd64-hello-1_0-local in us-east-1: not for you");
    assertThat(verified.get(1).isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void troubleThatGoesByChangesNothing(long seed) throws Exception {
    LayerService faulty =
        new FaultyLayerService(published.service(), FaultyLayerService.passing(seed));

    assertThat(problems(built(faulty))).isEmpty();
    assertThat(work).isEmptyDirectory();
  }
}
