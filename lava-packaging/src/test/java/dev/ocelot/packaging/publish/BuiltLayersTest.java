package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactId;
import dev.ocelot.packaging.artifact.ArtifactKind;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.RecordedTag;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.publish.PublishSettings.LayerSettings;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltLayersTest {
  private final Problems problems = new Problems();
  private final Path folder;

  BuiltLayersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ArtifactsFile module(String name) {
    return new ArtifactsFile(
        folder.resolve(name + "/target/ocelot"), name + "/target/ocelot/artifacts.json");
  }

  /** Lists a layer in a module, with its zip and record. */
  private static Artifact list(
      ArtifactsFile module, String name, String platform, Publication publication)
      throws IOException {
    Path layers = Files.createDirectories(module.outputDirectory().resolve("layers"));
    return list(
        module, LayerSamples.zip(layers.resolve(name + ".zip"), name, 100), platform, publication);
  }

  private static Artifact list(
      ArtifactsFile module, Path zip, String platform, Publication publication) throws IOException {
    Path layers = module.outputDirectory().resolve("layers");
    String file = zip.getFileName().toString();
    String name = file.substring(0, file.length() - ".zip".length());
    ArtifactRecord record =
        new ArtifactRecord(
            new ArtifactId(ArtifactKind.LAYER, name, "3.1-SNAPSHOT", platform),
            file,
            FileDigests.of(zip),
            LayerSamples.contentDigest(name),
            new RecordedTag(new Tag("ab".repeat(16)), List.of()),
            "ef".repeat(32),
            "",
            List.of(),
            List.of(),
            new TreeMap<>());
    record.write(layers);
    Artifact artifact = Artifact.of(record, "layers", "goal-" + name, publication);
    module.replace("goal-" + name, List.of(artifact));
    return artifact;
  }

  private static Publication component(String name) {
    return Publication.Layer.ofComponent(name, 100);
  }

  private static PublishSettings settings(String base, String layerVersion) {
    PublishSettings some = LayerSamples.settings(false, "us-east-1");
    return new PublishSettings(
        new LayerSettings(base, layerVersion, "prod", false, List.of(), ""),
        some.regions(),
        some.table(),
        "",
        PublisherKind.DIRECTORY,
        "published",
        "");
  }

  private List<BuiltLayer> gather(PublishSettings settings, ArtifactsFile... modules) {
    return new BuiltLayers(settings, Platforms.standard(), problems).gather(List.of(modules));
  }

  private List<String> found() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void areThoseThatModulesListSortedByName() throws IOException {
    list(module("b"), "zeta-arm64", "linux/arm64", component("zeta"));
    list(module("a"), "hello-amd64", "linux/amd64", component("hello"));
    list(module("a"), "plain", "linux/amd64", Publication.NONE);
    Files.writeString(folder.resolve("a/target/ocelot/layers/stray.zip"), "not listed");

    List<BuiltLayer> layers = gather(settings("ocel", "1.0"), module("b"), module("a"));

    assertThat(found()).isEmpty();
    assertThat(layers)
        .extracting(layer -> layer.name() + " " + layer.architecture().serviceName())
        .containsExactly("ocel-amd64-hello-1_0-prod x86_64", "ocel-arm64-zeta-1_0-prod arm64");
    assertThat(layers.get(0).file())
        .isEqualTo(folder.resolve("a/target/ocelot/layers/hello-amd64.zip"));
  }

  @Test
  void aBillOfAnotherBuildIsRefused() throws IOException {
    ArtifactsFile module = module("a");
    Artifact artifact = list(module, "hello-amd64", "linux/amd64", component("hello"));
    Path bill = StoredBill.file(module.outputDirectory().resolve(artifact.file()));
    String text =
        """
        {"metadata": {"component": {"hashes": [{"alg": "SHA-256", "content": "%s"}]}}}
        """;
    Files.writeString(bill, text.formatted(artifact.digests().sha256()));
    assertThat(gather(settings("ocel", "1.0"), module)).hasSize(1);
    assertThat(found()).isEmpty();

    Files.writeString(bill, text.formatted("00".repeat(32)));
    assertThat(gather(settings("ocel", "1.0"), module)).isEmpty();
    assertThat(found())
        .singleElement()
        .asString()
        .contains("hello-amd64.zip.cdx.json is not what a/target/ocelot/artifacts.json lists");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS, '', 52428801, false",
    "AWS, '', 52428800, true",
    "AWS, big-{region}, 52428801, true",
    "DIRECTORY, '', 52428801, true"
  })
  void whatACallCannotCarryNeedsABucket(
      PublisherKind publisher, String bucket, long size, boolean good) throws IOException {
    Path layers = folder.resolve("a/target/ocelot/layers");
    Path zip = Files.createDirectories(layers).resolve("hello.zip");
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
      file.setLength(size);
    }
    list(module("a"), zip, "linux/amd64", component("hello"));
    PublishSettings some = settings("ocel", "1.0");
    PublishSettings settings =
        new PublishSettings(
            some.layer(), some.regions(), some.table(), "", publisher, "published", bucket);

    assertThat(gather(settings, module("a"))).hasSize(good ? 1 : 0);
    if (!good) {
      assertThat(found())
          .singleElement()
          .asString()
          .contains("too large to be sent", "got 52428801 bytes");
      assertThat(problems.all().get(0).remedy()).asString().contains("bucket:");
    }
  }

  static Stream<Arguments> versions() {
    Publication.Layer collector =
        new Publication.Layer("minimal", "", List.of("lambdacomponents.custom"), "v0.126.0", 100);
    return Stream.of(
        arguments("1.0", component("hello"), "ocel-amd64-hello-1_0-prod"),
        arguments("", component("hello"), "ocel-amd64-hello-3_1-SNAPSHOT-prod"),
        arguments("1.0", collector, "ocel-amd64-minimal-1_0-prod"),
        arguments("", collector, "ocel-amd64-minimal-0_126_0-prod"));
  }

  @ParameterizedTest
  @MethodSource
  void versions(String declared, Publication publication, String name) throws IOException {
    list(module("a"), "x", "linux/amd64", publication);

    assertThat(gather(settings("ocel", declared), module("a")))
        .extracting(layer -> layer.name().text())
        .containsExactly(name);
  }

  @Test
  void aModuleThatBuiltNothingIsNamedWithWhatToDo() throws IOException {
    list(module("a"), "hello", "linux/amd64", component("hello"));

    assertThat(gather(settings("ocel", "1.0"), module("b"), module("a"))).hasSize(1);
    assertThat(found())
        .containsExactly(
            "artifacts-missing: b/target/ocelot/artifacts.json: b/target/ocelot/artifacts.json"
                + " does not exist, so nothing says what to publish");
    assertThat(problems.all().get(0).remedy()).asString().contains("mvn verify");
  }

  private interface Change {
    void make(Path layers) throws Exception;
  }

  static Stream<Arguments> changes() {
    Change swapped = layers -> Files.writeString(layers.resolve("hello.zip"), "something else");
    Change gone = layers -> Files.delete(layers.resolve("hello.zip"));
    Change longer =
        layers -> {
          Path zip = layers.resolve("hello.zip");
          byte[] bytes = Files.readAllBytes(zip);
          Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length + 1));
        };
    Change fifo =
        layers -> {
          Files.delete(layers.resolve("hello.zip"));
          Process made =
              new ProcessBuilder("mkfifo", layers.resolve("hello.zip").toString()).start();
          assertThat(made.waitFor()).isZero();
        };
    Change otherRecord =
        layers -> {
          Path record = layers.resolve("hello.zip.json");
          Files.writeString(
              record, Files.readString(record).replace("ab".repeat(16), "cd".repeat(16)));
        };
    Change noRecord = layers -> Files.delete(layers.resolve("hello.zip.json"));
    Change badRecord = layers -> Files.writeString(layers.resolve("hello.zip.json"), "{}");
    String zip = "artifact-changed: a/target/ocelot/layers/hello.zip: ";
    return Stream.of(
        arguments("swapped", swapped, zip),
        arguments("gone", gone, zip),
        arguments("longer", longer, zip),
        arguments("fifo", fifo, zip),
        arguments(
            "other record",
            otherRecord,
            "artifact-changed: a/target/ocelot/layers/hello.zip.json: "),
        arguments("no record", noRecord, "file-access: a/target/ocelot/layers/hello.zip.json: "),
        arguments(
            "bad record", badRecord, "json-invalid: a/target/ocelot/layers/hello.zip.json:1:1: "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void changes(String name, Change change, String problem) throws Exception {
    list(module("a"), "hello", "linux/amd64", component("hello"));
    list(module("a"), "whole", "linux/amd64", component("whole"));
    change.make(folder.resolve("a/target/ocelot/layers"));

    assertThat(gather(settings("ocel", "1.0"), module("a")))
        .as(name)
        .extracting(layer -> layer.facts().distribution())
        .containsExactly("whole");
    assertThat(found()).isNotEmpty().allMatch(text -> text.startsWith(problem));
  }

  @Test
  void aPlatformWithoutLayersIsRefused() throws IOException {
    list(module("a"), "hello", "linux/arm/v7", component("hello"));

    assertThat(gather(settings("ocel", "1.0"), module("a"))).isEmpty();
    assertThat(found())
        .containsExactly(
            "layer-refused: layer hello (linux/arm/v7) is for a platform without layers"
                + " (got linux/arm/v7, expected linux/amd64, linux/arm64)");
  }

  @Test
  void aNameThatIsTooLongIsRefused() throws IOException {
    list(module("a"), "hello", "linux/amd64", component("hello"));
    String rest = "-amd64-hello-1_0-prod";

    assertThat(gather(settings("n".repeat(140 - rest.length()), "1.0"), module("a"))).hasSize(1);
    assertThat(gather(settings("n".repeat(141 - rest.length()), "1.0"), module("a"))).isEmpty();
    assertThat(found())
        .containsExactly(
            "layer-refused: the name of the layer of layer hello (linux/amd64) is too long"
                + " (got 141 characters, expected at most 140)");
  }

  @Test
  void aLayerThatIsTooLargeUnpackedIsRefused() throws IOException {
    list(module("a"), "fits", "linux/amd64", Publication.Layer.ofComponent("fits", 262_144_000));
    list(module("a"), "large", "linux/amd64", Publication.Layer.ofComponent("large", 262_144_001));

    assertThat(gather(settings("ocel", "1.0"), module("a")))
        .extracting(layer -> layer.facts().distribution())
        .containsExactly("fits");
    assertThat(found())
        .containsExactly(
            "layer-refused: layer large (linux/amd64) is too large for a layer"
                + " (got 262144001 bytes unpacked, expected at most 262144000)");
  }

  @Test
  void twoLayersOfOneNameAreRefusedUnlessTheyAreOne() throws IOException {
    list(module("a"), "hello", "linux/amd64", component("hello"));
    list(module("b"), "hello", "linux/amd64", component("hello"));
    assertThat(gather(settings("ocel", "1.0"), module("a"), module("b"))).hasSize(1);
    assertThat(found()).isEmpty();

    list(module("c"), "my_hello", "linux/amd64", component("hello"));
    gather(settings("ocel", "1.0"), module("a"), module("c"));
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith(
            "layer-refused: two layers that differ have the name ocel-amd64-hello-1_0-prod");
  }

  @Test
  void aDamagedListIsAProblemWithItsPlace() throws IOException {
    list(module("a"), "hello", "linux/amd64", component("hello"));
    Files.writeString(module("a").file(), "{\"schema\": \"artifacts\"}");

    assertThat(gather(settings("ocel", "1.0"), module("a"))).isEmpty();
    assertThat(found())
        .allMatch(text -> text.startsWith("json-invalid: a/target/ocelot/artifacts.json:1:"));
  }
}
