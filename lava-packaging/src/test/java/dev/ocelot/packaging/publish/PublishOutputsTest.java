package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.ci.StepOutputs;
import java.nio.file.Files;
import java.nio.file.Path;
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
    PublishResult result = published.publish(LayerSamples.settings(false, regions), hello);
    Files.deleteIfExists(outputs);
    Files.deleteIfExists(summary);
    new PublishOutputs(result)
        .tell(
            StepOutputs.of(
                Map.of(
                    "GITHUB_OUTPUT", outputs.toString(),
                    "GITHUB_STEP_SUMMARY", summary.toString())));
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
}
