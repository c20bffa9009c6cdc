package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.json.JsonFields;
import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {
  private final Path folder;
  private final Path file;
  private final List<BuiltLayer> layers;
  private final PublishSettings settings = LayerSamples.settings(false, "us-east-1", "eu-west-1");

  ReceiptsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("target/ocelot/receipts.json");
    this.layers =
        List.of(LayerSamples.layer(folder, "a", "one"), LayerSamples.layer(folder, "b", "two"));
  }

  private PublishResult run(LayerService service) throws InterruptedException {
    LayerPublisher publisher =
        new LayerPublisher(
            service,
            settings,
            new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 1),
            new FakeTiming(),
            "");
    return publisher.publish(publisher.plan(layers), file, Progress.none());
  }

  private LayerService service(String name) {
    return new DirectoryLayerService(folder.resolve(name));
  }

  private List<String> outcomes() {
    Problems problems = new Problems();
    JsonNode root = new JsonTree().read(file, "receipts.json", problems).orElseThrow();
    List<String> outcomes = new ArrayList<>();
    for (JsonNode.Members each :
        new JsonFields((JsonNode.Members) root, "receipts", problems).objects("receipts")) {
      JsonFields receipt = new JsonFields(each, "a receipt", problems);
      outcomes.add(
          receipt.text("layer") + " " + receipt.text("region") + " " + receipt.text("outcome"));
    }
    assertThat(problems.all()).isEmpty();
    return outcomes;
  }

  @Test
  void accountForEachPairInTheOrderOfThePlan() throws Exception {
    run(service("p"));

    assertThat(outcomes())
        .containsExactly(
            "ocel-amd64-a-1_0-local us-east-1 published",
            "ocel-amd64-a-1_0-local eu-west-1 published",
            "ocel-amd64-b-1_0-local us-east-1 published",
            "ocel-amd64-b-1_0-local eu-west-1 published");
    assertThat(Files.readString(file))
        .startsWith(
            """
            {
              "schema": "receipts",
              "schemaVersion": 1,
              "receipts": [
                {
                  "layer": "ocel-amd64-a-1_0-local",
                  "distribution": "a",
                  "architecture": "amd64",
                  "region": "us-east-1",
                  "outcome": "published",
                  "arn": "arn:directory:lambda:us-east-1::layer:ocel-amd64-a-1_0-local:1",
                  "version": 1,
                  "file": "layers/a-one.zip",
            """);
  }

  @Test
  void areTheSameBytesForTheSameRun() throws Exception {
    run(service("first"));
    byte[] first = Files.readAllBytes(file);
    run(service("second"));

    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void sayHowFarARunCameThatWasCutOff() throws Exception {
    run(service("p"));
    AtomicInteger published = new AtomicInteger();
    LayerService dying =
        new FaultyLayerService(
            service("q"),
            call ->
                call.equals("publish") && published.incrementAndGet() == 3
                    ? Trouble.CRASH_BEFORE
                    : Trouble.NONE);

    assertThatExceptionOfType(FaultyLayerService.Killed.class).isThrownBy(() -> run(dying));

    assertThat(outcomes())
        .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
        .containsExactly("published", "published", "pending", "pending");
  }

  @Test
  void areInTheFileOnceTheyWerePut() throws Exception {
    PublishPlan plan =
        new PublishPlan(
            IntStream.range(0, 60)
                .mapToObj(
                    number ->
                        new PublishPlan.Entry(
                            layers.get(number % 2),
                            new Region("region-" + number),
                            new Decision.Publish("", 0)))
                .toList());
    Receipts receipts = new Receipts(file, plan);
    List<Integer> places = IntStream.range(0, 60).boxed().toList();

    List<Boolean> written =
        new Parallel(8)
            .map(
                places,
                place -> {
                  PublishPlan.Entry entry = plan.entries().get(place);
                  receipts.put(place, failed(entry));
                  return outcomes().get(place).endsWith(entry.region() + " failed");
                });

    assertThat(written).containsOnly(true);
    assertThat(outcomes()).hasSize(60).allMatch(line -> line.endsWith(" failed"));
  }

  private static Receipt failed(PublishPlan.Entry entry) {
    return Receipt.pending(entry).failed(Problem.error(ProblemId.FILE_ACCESS, "no"));
  }

  @Test
  void whatAKilledWriterLeftIsCleared() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling(".receipts.json.part"), "{\"sch");

    run(service("p"));

    assertThat(file.getParent()).isDirectoryNotContaining("glob:**/.*");
    assertThat(outcomes()).hasSize(4);
  }

  @Test
  void nothingIsPublishedWithoutReceipts() throws Exception {
    Files.writeString(folder.resolve("target"), "in the way");
    LayerService service = service("p");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> run(service))
        .withMessageContaining("file-access: receipts.json: receipts.json cannot be written");
    assertThat(service.versions(settings.regions().get(0), layers.get(0).name())).isEmpty();
  }

  @Test
  void theRunGoesOnWhenTheyCannotBeWrittenMeanwhile() throws Exception {
    LayerService spoiling =
        new ServiceAround(service("p")) {
          @Override
          public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
              throws LayerServiceException {
            try {
              Files.createDirectories(file.resolveSibling(".receipts.json.part/in the way"));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return super.publish(region, upload, sent);
          }
        };

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> run(spoiling))
        .withMessageContaining("receipts.json cannot be written");
    new PublishedState(service("p")).assertOnce(layers, settings);
    assertThat(outcomes()).allMatch(line -> line.endsWith("pending"));
  }

  @Test
  void areWrittenWhenARunIsInterrupted() throws Exception {
    LayerService interrupting =
        new ServiceAround(service("p")) {
          private final Thread run = Thread.currentThread();

          @Override
          public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
              throws LayerServiceException {
            run.interrupt();
            return super.publish(region, upload, sent);
          }
        };

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> run(interrupting));
    assertThat(Thread.interrupted()).isFalse();
    assertThat(outcomes()).hasSize(4).anyMatch(line -> line.endsWith("pending"));
  }

  @Test
  void holdWhatWentWrong() throws IOException, InterruptedException {
    LayerService denied =
        new FaultyLayerService(
            service("p"), call -> call.equals("publish") ? Trouble.DENIED : Trouble.NONE);

    PublishResult result = run(denied);

    assertThat(result.problems()).hasSize(4);
    assertThat(Files.readString(file))
        .contains("\"id\": \"publish-failed\"")
        .contains("ocel-amd64-b-1_0-local in eu-west-1: you must not publish");
  }
}
