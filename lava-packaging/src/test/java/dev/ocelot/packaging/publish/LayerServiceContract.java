package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link LayerService} does about versions and permissions. An implementation extends
 * this, and {@link LayerTableContract}, and gives a service in which the layers of this test do not
 * exist yet.
 */
public abstract class LayerServiceContract {
  /** Where most of it happens. */
  protected static final Region EAST = new Region("us-east-1");

  /** Another place. */
  protected static final Region WEST = new Region("eu-west-1");

  private static final LayerName LAYER = new LayerName("ocel-amd64-hello-1_0-local");

  /** For files. */
  protected final Path folder;

  /**
   * The suite.
   *
   * @param folder for files
   */
  protected LayerServiceContract(@TempDir Path folder) {
    this.folder = folder;
  }

  /**
   * The service under test.
   *
   * @return always the same place
   */
  protected abstract LayerService service();

  private LayerUpload upload(String content) {
    return LayerSamples.upload(
        LAYER.text(), LayerSamples.zip(folder.resolve(content + ".zip"), content, 2000));
  }

  private LayerVersion published(String content) throws LayerServiceException {
    return service().publish(EAST, upload(content), sent -> {});
  }

  private static void fails(Fault fault, ThrowingCallable call) {
    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void aLayerThatDoesNotExistHasNoVersions() throws Exception {
    assertThat(service().versions(EAST, LAYER)).isEmpty();
  }

  @Test
  void askingFirstWhetherThisPlaceCanBePublishedToChangesNothing() throws Exception {
    String account = service().preflight(List.of(EAST, WEST));

    assertThat(account).matches("|[0-9]{12}");
    assertThat(service().versions(EAST, LAYER)).isEmpty();
  }

  @Test
  void aPublishedVersionIsListedAsItWasPublished() throws Exception {
    LayerVersion version = published("one");

    assertThat(version.region()).isEqualTo(EAST);
    assertThat(version.layer()).isEqualTo(LAYER);
    assertThat(version.number()).isEqualTo(1);
    assertThat(version.arn())
        .startsWith("arn:")
        .endsWith(":layer:" + LAYER + ":1")
        .contains("us-east-1");
    assertThat(version.baseArn()).endsWith(":layer:" + LAYER);
    assertThat(version.description()).isEqualTo(upload("one").description());
    assertThat(version.architectures()).containsExactly("x86_64");
    assertThat(version.runtimes()).containsExactlyInAnyOrder("java21", "provided.al2023");
    assertThat(service().versions(EAST, LAYER)).containsExactly(version);
  }

  @Test
  void versionsAreListedLowestFirst() throws Exception {
    for (int i = 1; i <= 12; i++) {
      assertThat(published("content " + i).number()).isEqualTo(i);
    }

    assertThat(service().versions(EAST, LAYER))
        .extracting(LayerVersion::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
  }

  @Test
  void aNumberIsNeverGivenTwice() throws Exception {
    LayerVersion first = published("one");
    LayerVersion second = published("two");
    service().delete(second);
    assertThat(published("three").number()).isEqualTo(3);
    service().delete(first);
    service().delete(service().versions(EAST, LAYER).get(0));

    assertThat(service().versions(EAST, LAYER)).isEmpty();
    assertThat(published("four").number()).isEqualTo(4);
  }

  @Test
  void deletingWhatIsNotThereIsNoError() throws Exception {
    LayerVersion version = published("one");
    service().delete(version);
    service().delete(version);

    assertThat(service().versions(EAST, LAYER)).isEmpty();
  }

  @Test
  void theServiceTellsTheDigestOfWhatItServes() throws Exception {
    LayerUpload upload = upload("one");
    LayerVersion version = published("one");

    assertThat(service().code(version)).isEqualTo(new LayerCode(upload.sha256(), upload.size()));
    service().delete(version);
    fails(Fault.NOT_FOUND, () -> service().code(version));
  }

  @Test
  void whatIsServedCanBeFetched() throws Exception {
    LayerUpload upload = upload("one");
    LayerVersion version = published("one");
    Path target = folder.resolve("fetched.zip");
    service().download(version, target, received -> {});

    assertThat(target).hasSameBinaryContentAs(upload.file());
    service().delete(version);
    Path missing = folder.resolve("missing.zip");
    fails(Fault.NOT_FOUND, () -> service().download(version, missing, received -> {}));
    assertThat(missing).doesNotExist();
  }

  @Test
  void theLayersOfARegionAreThoseWithAVersion() throws Exception {
    assertThat(service().layers(EAST)).doesNotContain(LAYER);
    LayerVersion version = published("one");
    LayerName longer = new LayerName(LAYER + "-2");
    service().publish(EAST, LayerSamples.upload(longer.text(), upload("two").file()), sent -> {});

    assertThat(service().layers(EAST)).isSorted().contains(LAYER, longer);
    assertThat(service().layers(WEST)).doesNotContain(LAYER, longer);
    service().delete(version);
    assertThat(service().layers(EAST)).contains(longer).doesNotContain(LAYER);
  }

  @Test
  void theNewestVersionOfEachLayerIsTheOneWithTheHighestNumber() throws Exception {
    LayerName longer = new LayerName(LAYER + "-2");
    LayerName missing = new LayerName(LAYER + "-3");
    Set<LayerName> all = Set.of(LAYER, longer, missing);
    assertThat(service().newest(EAST, all)).isEmpty();
    LayerVersion first = published("one");
    LayerVersion second = published("two");
    LayerVersion other =
        service()
            .publish(EAST, LayerSamples.upload(longer.text(), upload("three").file()), sent -> {});

    assertThat(service().newest(EAST, all)).isEqualTo(Map.of(LAYER, second, longer, other));
    assertThat(service().newest(EAST, Set.of(LAYER))).isEqualTo(Map.of(LAYER, second));
    assertThat(service().newest(WEST, all)).isEmpty();
    service().delete(second);
    assertThat(service().newest(EAST, all)).isEqualTo(Map.of(LAYER, first, longer, other));
  }

  @Test
  void whatTheServiceToldBeforeOfAVersionStillHolds() throws Exception {
    LayerVersion version = published("one");
    LayerCode told = service().code(version);

    assertThat(service().code(version, told)).isEqualTo(told);
  }

  @Test
  void bytesThatAreNotWhatWasSaidDoNotStay() throws Exception {
    LayerUpload good = upload("one");
    LayerUpload changed =
        new LayerUpload(
            good.layer(),
            good.description(),
            good.file(),
            "00".repeat(32),
            good.size(),
            good.architectures(),
            good.runtimes(),
            good.licence());

    fails(Fault.INVALID, () -> service().publish(EAST, changed, sent -> {}));
    assertThat(service().versions(EAST, LAYER)).isEmpty();
  }

  @Test
  void tellsHowMuchWasSent() throws Exception {
    LayerUpload upload = upload("one");
    AtomicLong sent = new AtomicLong();
    service().publish(EAST, upload, sent::addAndGet);

    assertThat(sent).hasValue(upload.size());
  }

  @Test
  void regionsAndLayersAreApart() throws Exception {
    published("one");
    LayerName longer = new LayerName(LAYER + "-2");
    service().publish(EAST, LayerSamples.upload(longer.text(), upload("two").file()), sent -> {});
    service().publish(WEST, upload("three"), sent -> {});
    service().publish(WEST, upload("four"), sent -> {});

    assertThat(service().versions(EAST, LAYER)).hasSize(1);
    assertThat(service().versions(EAST, longer)).hasSize(1);
    assertThat(service().versions(WEST, LAYER)).hasSize(2);
    assertThat(service().versions(WEST, longer)).isEmpty();
  }

  @Test
  void permissionsAreGivenAndTakenBack() throws Exception {
    LayerVersion version = published("one");
    assertThat(service().policy(version)).isEmpty();

    service().allow(version, PolicyStatement.PUBLIC);
    service().allow(version, PolicyStatement.PUBLIC);
    PolicyStatement other =
        new PolicyStatement("account", "lambda:GetLayerVersion", "210987654321", "");
    service().allow(version, other);
    assertThat(service().policy(version)).containsExactly(other, PolicyStatement.PUBLIC);
    assertThat(service().policy(version).stream().filter(PolicyStatement::isPublic))
        .containsExactly(PolicyStatement.PUBLIC);

    service().disallow(version, "publish");
    service().disallow(version, "publish");
    assertThat(service().policy(version)).containsExactly(other);
    service().disallow(version, "account");
    assertThat(service().policy(version)).isEmpty();
  }

  @Test
  void aStatementIsNotOverwrittenByAnother() throws Exception {
    LayerVersion version = published("one");
    PolicyStatement taken =
        new PolicyStatement("publish", "lambda:GetLayerVersion", "210987654321", "");
    service().allow(version, taken);

    fails(Fault.INVALID, () -> service().allow(version, PolicyStatement.PUBLIC));
    assertThat(service().policy(version)).containsExactly(taken);
  }

  @Test
  void permissionsAreOfOneVersionOnlyAndGoWithIt() throws Exception {
    LayerVersion first = published("one");
    LayerVersion second = published("two");
    service().allow(first, PolicyStatement.PUBLIC);
    assertThat(service().policy(second)).isEmpty();

    service().delete(first);
    fails(Fault.NOT_FOUND, () -> service().allow(first, PolicyStatement.PUBLIC));
    assertThat(service().versions(EAST, LAYER)).containsExactly(second);
  }

  @Test
  void publishersAtOnceGetNumbersOfTheirOwn() throws Exception {
    List<Integer> contents = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    List<Long> numbers =
        new Parallel(8)
            .map(
                contents,
                i -> {
                  try {
                    return published("content " + i).number();
                  } catch (LayerServiceException e) {
                    throw new IllegalStateException(e);
                  }
                });

    assertThat(numbers).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    for (LayerVersion version : service().versions(EAST, LAYER)) {
      int content = numbers.indexOf(version.number()) + 1;
      assertThat(service().code(version).sha256()).isEqualTo(upload("content " + content).sha256());
    }
  }
}
