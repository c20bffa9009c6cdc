package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.CredentialsCheck.Outcome;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import dev.ocelot.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsCheckTest {
  private static final PublishSettings SETTINGS =
      LayerSamples.settings(false, "us-east-1", "eu-west-1");

  private final Path folder;

  CredentialsCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private DirectoryLayerService directory() {
    return new DirectoryLayerService(folder.resolve("published"));
  }

  @Test
  void saysWhatItAsked() {
    CredentialsCheck.Result result = new CredentialsCheck(directory(), SETTINGS).run();

    assertThat(result.problems()).isEmpty();
    assertThat(result.outcomes())
        .containsExactly(
            new Outcome("account", "none is needed"),
            new Outcome("table ocelot-layers in us-east-1", "can be read"),
            new Outcome("layers in us-east-1", "0 layers are there"),
            new Outcome("publishing in us-east-1", "what can be asked beforehand is allowed"),
            new Outcome("layers in eu-west-1", "0 layers are there"),
            new Outcome("publishing in eu-west-1", "what can be asked beforehand is allowed"));
    assertThat(folder.resolve("published")).doesNotExist();
  }

  @Test
  void asksEveryRegionAlsoWhenOneRefuses() {
    LayerService denying =
        new ServiceAround(directory()) {
          @Override
          public List<LayerName> layers(Region region) throws LayerServiceException {
            if (region.name().equals("us-east-1")) {
              throw new LayerServiceException(Fault.DENIED, "not for you");
            }
            return super.layers(region);
          }
        };
    CredentialsCheck.Result result = new CredentialsCheck(denying, SETTINGS).run();

    assertThat(result.outcomes())
        .contains(
            new Outcome("layers in us-east-1", "refused"),
            new Outcome("layers in eu-west-1", "0 layers are there"));
    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly("credentials-refused: layers in us-east-1: not for you");
  }

  @Test
  void rehearsesWithTheNameThatLayersHave() {
    LayerService denying =
        new ServiceAround(directory()) {
          @Override
          public void rehearse(Region region, LayerName layer, boolean toEveryone)
              throws LayerServiceException {
            throw new LayerServiceException(Fault.DENIED, layer + " is not for you");
          }
        };

    assertThat(new CredentialsCheck(denying, SETTINGS).run().problems())
        .extracting(Problem::message)
        .containsExactly(
            "publishing in us-east-1: ocel-rehearsal-0-local is not for you",
            "publishing in eu-west-1: ocel-rehearsal-0-local is not for you");
  }

  @Test
  void anotherAccountIsAskedNothingMore() {
    LayerService other =
        new ServiceAround(directory()) {
          @Override
          public String preflight(List<Region> regions) {
            return "210987654321";
          }
        };
    PublishSettings guarded =
        new PublishSettings(
            SETTINGS.layer(),
            SETTINGS.regions(),
            SETTINGS.table(),
            "123456789012",
            PublisherKind.AWS,
            "",
            "");
    CredentialsCheck.Result result = new CredentialsCheck(other, guarded).run();

    assertThat(result.outcomes()).containsExactly(new Outcome("account", "210987654321"));
    assertThat(result.problems()).singleElement().asString().contains("another account");
  }
}
