package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.FakeTiming;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.Region;
import dev.ocelot.packaging.publish.removal.LayerRemoval;
import dev.ocelot.packaging.publish.removal.RemovalPlan;
import dev.ocelot.packaging.publish.removal.RemovalPlanner;
import dev.ocelot.packaging.publish.removal.RemovalRequest;
import dev.ocelot.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** Versions that functions are configured with. */
@ExtendWith(MotoExtension.class)
class LayersInUseIT {
  private static final Region EAST = new Region("us-east-1");
  private static final String HELLO = "ocel-amd64-hello-1_0-local";
  private static final PublishSettings SETTINGS = AwsSamples.settings("", EAST.name());

  private final Path folder;
  private final Moto moto;
  private final AwsLayerService service;

  LayersInUseIT(@TempDir Path folder, Moto moto) {
    this.folder = folder;
    this.moto = moto;
    this.service = AwsSamples.service(moto.address(), SETTINGS);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private LayerVersion published(String content) throws Exception {
    Path zip = LayerSamples.zip(folder.resolve(content + ".zip"), content, 100);
    return service.publish(EAST, LayerSamples.upload(HELLO, zip), sent -> {});
  }

  /** Makes a function that has a version among its layers, and answers with its ARN. */
  private String function(String name, LayerVersion version) throws Exception {
    String role = moto.role();
    byte[] code = Files.readAllBytes(LayerSamples.zip(folder.resolve(name + ".zip"), name, 100));
    try (AwsClients clients = AwsSamples.clients(moto.address())) {
      return clients
          .lambda(EAST)
          .createFunction(
              r ->
                  r.functionName(name)
                      .runtime(Runtime.JAVA21)
                      .role(role)
                      .handler("x")
                      .code(c -> c.zipFile(SdkBytes.fromByteArray(code)))
                      .layers(version.arn()))
          .functionArn();
    }
  }

  private RemovalPlan plan(boolean evenInUse) throws Exception {
    return new RemovalPlanner(
            patient(), new RemovalRequest(new LayerPattern(HELLO), List.of(EAST), 0, evenInUse))
        .plan();
  }

  private PatientService patient() {
    return new PatientService(service, PublishPatience.DEFAULT, new FakeTiming());
  }

  private List<Long> numbers() throws Exception {
    return service.versions(EAST, new LayerName(HELLO)).stream().map(LayerVersion::number).toList();
  }

  @Test
  void onlyTheFunctionsThatNameAVersionUseIt() throws Exception {
    LayerVersion first = published("one");
    LayerVersion second = published("two");
    String function = function("caller", second);

    assertThat(service.users(first)).isEmpty();
    assertThat(service.users(second)).containsExactly(function);
  }

  @Test
  void aVersionInUseStaysUnlessItIsToldToGo() throws Exception {
    published("one");
    String function = function("caller", published("two"));
    published("three");

    RemovalPlan plan = plan(false);
    new LayerRemoval(patient()).carryOut(plan);

    assertThat(plan.problems())
        .extracting(Problem::message)
        .containsExactly(HELLO + " version 2 in us-east-1 is used by " + function);
    assertThat(numbers()).containsExactly(2L);

    new LayerRemoval(patient()).carryOut(plan(true));
    assertThat(numbers()).isEmpty();
  }
}
