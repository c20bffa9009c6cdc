package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.ci.StepOutputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishOutputsTest {
  private final Path folder;
  private final Path outputs;
  private final Path summary;
  private final PublishedLayers published;
  private final BuiltLayer hello;

  PublishOutputsTest(@TempDir Path folder) {
    this.folder = folder;
    this.outputs = folder.resolve("outputs");
    this.summary = folder.resolve("summary.md");
    this.published = new PublishedLayers(folder);
    this.hello = LayerSamples.layer(folder, "hello", "one");
  }

  private void publish(String... regions) throws Exception {
    told(PublishOutputs.of(published.publish(LayerSamples.settings(false, regions), hello)));
  }

  private void dryRun(BuiltLayer layer, String... regions) throws Exception {
    LayerPublisher publisher =
        new LayerPublisher(
            published.service(),
            LayerSamples.settings(false, regions),
            published.patience(),
            published.timing(),
            "");
    told(PublishOutputs.ofDryRun(publisher.plan(List.of(layer))));
  }

  private void told(PublishOutputs all) throws Exception {
    Files.deleteIfExists(outputs);
    Files.deleteIfExists(summary);
    all.tell(
        StepOutputs.of(
            Map.of(
                "GITHUB_OUTPUT", outputs.toString(), "GITHUB_STEP_SUMMARY", summary.toString())));
  }

  @Test
  void publishingOnceAndAgainIsTold() throws Exception {
    String arn = "arn:directory:lambda:us-east-1::layer:ocel-amd64-hello-1_0-local:1";
    publish("us-east-1");
    assertThat(outputs).hasContent("skip_publish=false\nlayer_arn=" + arn + "\n");
    assertThat(summary)
        .hasContent(
            """
            ## Layer Publishing Summary

            | Property | Value |
            |---|---|
            | Layer Name | `ocel-amd64-hello-1_0-local` |
            | Region | `us-east-1` |
            | ARN | `%s` |
            | Content MD5 | `%s` |
            | Status | `Published new layer version` |
            | Artifact | `layers/%s` |
            | Distribution | `hello` |
            | Architecture | `amd64` |
            """
                .formatted(arn, hello.digests().md5(), hello.file().getFileName()));

    publish("us-east-1");
    assertThat(outputs).hasContent("skip_publish=true\nlayer_arn=" + arn + "\n");
    assertThat(summary)
        .content()
        .contains("| Status | `Reused existing layer (identical content)` |");
  }

  @Test
  void severalRegionsAreOneTable() throws Exception {
    publish("us-east-1", "eu-west-1");

    assertThat(outputs)
        .content()
        .startsWith("skip_publish=false\nlayer_arn<<")
        .contains("eu-west-1::layer");
    assertThat(summary)
        .content()
        .contains("| Layer Name | Region | ARN | Content MD5 | Status |")
        .contains("| `eu-west-1` |")
        .doesNotContain(folder.toString());
  }

  @Test
  void aDryRunTellsWhatItWouldDoAndThatItWasDry() throws Exception {
    dryRun(hello, "us-east-1");
    assertThat(outputs).hasContent("skip_publish=false\nlayer_arn=\n");
    assertThat(summary)
        .content()
        .contains("Dry run: nothing was published.")
        .contains("| Status | `Would publish a new layer version: it has no version yet` |");
    assertThat(folder.resolve("published/us-east-1")).doesNotExist();

    publish("us-east-1");
    dryRun(hello, "us-east-1", "eu-west-1");
    assertThat(outputs)
        .hasContent(
            """
            skip_publish=false
            layer_arn=arn:directory:lambda:us-east-1::layer:ocel-amd64-hello-1_0-local:1
            """);
    assertThat(summary)
        .content()
        .contains("Dry run: nothing was published.")
        .contains("| Would reuse existing layer (identical content) |")
        .contains("| Would publish a new layer version: it has no version yet |");

    dryRun(hello, "us-east-1");
    assertThat(outputs).content().startsWith("skip_publish=true\n");
  }
}
