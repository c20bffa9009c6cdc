package dev.ocelot.packaging.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.publish.PublishSettings.LayerSettings;
import dev.ocelot.packaging.publish.PublishSettings.TableSettings;
import dev.ocelot.packaging.schema.PublishedSchema;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishSettingsTest {
  private static final String EXAMPLE =
      """
      layer: { name: ocel, layer-version: "1.0", release-group: local, public: false, runtimes: [provided.al2023], licence: Apache-2.0 }
      regions: [us-east-1, eu-west-1]
      table: { name: ocelot-layers, region: us-east-1 }
      account: "123456789012"                  # refuse to publish from any other; optional
      publisher: directory                     # or aws
      directory: { path: published }           # relative to the root, outside target/, git-ignored
      """;

  private final Problems problems = new Problems();
  private final Path folder;

  PublishSettingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<PublishSettings> read(String yaml, PublishOverrides overrides) {
    try {
      Path file = Files.writeString(folder.resolve("publish.yaml"), yaml);
      return new PublishSettingsReader(problems).read(file, "config/publish.yaml", overrides);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> found() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void readsTheExampleOfTheManual() {
    assertThat(read(EXAMPLE, PublishOverrides.NONE))
        .contains(
            new PublishSettings(
                new LayerSettings(
                    "ocel", "1.0", "local", false, List.of("provided.al2023"), "Apache-2.0"),
                List.of(new Region("us-east-1"), new Region("eu-west-1")),
                new TableSettings("ocelot-layers", new Region("us-east-1")),
                "123456789012",
                PublisherKind.DIRECTORY,
                "published",
                ""));
    assertThat(found()).isEmpty();
  }

  @Test
  void takesDefaultsForWhatIsNotSaid() {
    assertThat(read("regions: [eu-west-1]\nlayer: { public: true }\n", PublishOverrides.NONE))
        .contains(
            new PublishSettings(
                new LayerSettings("ocel", "", "local", true, List.of(), ""),
                List.of(new Region("eu-west-1")),
                new TableSettings("ocelot-layers", new Region("us-east-1")),
                "",
                PublisherKind.DIRECTORY,
                "published",
                ""));
  }

  @Test
  void theCommandLineComesFirst() {
    PublishOverrides overrides =
        new PublishOverrides(List.of("eu-north-1"), "aws", "/srv/layers", "2.0", "prod");

    PublishSettings settings = read(EXAMPLE, overrides).orElseThrow();

    assertThat(settings.regions()).containsExactly(new Region("eu-north-1"));
    assertThat(settings.publisher()).isEqualTo(PublisherKind.AWS);
    assertThat(settings.directory()).isEqualTo("/srv/layers");
    assertThat(settings.layer().layerVersion()).isEqualTo("2.0");
    assertThat(settings.layer().releaseGroup()).isEqualTo("prod");
    assertThat(settings.layer().name()).isEqualTo("ocel");
  }

  static Stream<Arguments> wrongParameters() {
    return Stream.of(
        arguments(new PublishOverrides(List.of("EU"), "", "", "", ""), "ocelot.regions"),
        arguments(new PublishOverrides(List.of("../x"), "", "", "", ""), "ocelot.regions"),
        arguments(new PublishOverrides(List.of(), "s3", "", "", ""), "ocelot.publisher"),
        arguments(new PublishOverrides(List.of(), "", "", "", "a b"), "ocelot.releaseGroup"));
  }

  @ParameterizedTest
  @MethodSource
  void wrongParameters(PublishOverrides overrides, String parameter) {
    assertThat(read(EXAMPLE, overrides)).isEmpty();
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("config-invalid: the parameter " + parameter + " has another form");
  }

  @Test
  void regionsMustBeNamedSomewhere() {
    assertThat(read("", PublishOverrides.NONE)).isEmpty();
    assertThat(found())
        .containsExactly(
            "config-invalid: config/publish.yaml: no region to publish to is named"
                + " (got no regions, expected a list such as [us-east-1])");
    assertThat(read("", new PublishOverrides(List.of("us-east-1"), "", "", "", ""))).isPresent();
  }

  private static String runtimes(int count) {
    return String.join(", ", IntStream.range(0, count).mapToObj(i -> "java" + i).toList());
  }

  /** Documents that reader and schema judge alike, and where the problem is; no place: good. */
  static Stream<Arguments> corpus() {
    return Stream.concat(ofBuckets(), ofTheRest());
  }

  private static Stream<Arguments> ofBuckets() {
    return Stream.of(
        arguments("bucket: layers-{region}\nregions: [a]", ""),
        arguments("bucket: Layers\nregions: [a]", "1:9"),
        arguments("bucket: 'layers-{regions}'\nregions: [a]", "1:9"),
        arguments("bucket: ab\nregions: [a]", "1:9"));
  }

  private static Stream<Arguments> ofTheRest() {
    return Stream.of(
        arguments(EXAMPLE, ""),
        arguments("regions: [us-east-1]", ""),
        arguments("layer:\n  layer-version: 1.0\nregions: [a]", ""),
        arguments("account: 123456789012\nregions: [a]", ""),
        arguments("layer: { release-group: 2026 }\nregions: [a]", ""),
        arguments("layer: { runtimes: [" + runtimes(15) + "] }\nregions: [a]", ""),
        arguments("directory: { path: a/.b/target }\nregions: [a]", ""),
        arguments("layers: { name: x }\nregions: [a]", "1:1"),
        arguments("layer: { nmae: x }\nregions: [a]", "1:10"),
        arguments("layer: [ocel]\nregions: [a]", "1:8"),
        arguments("layer: { name: '' }\nregions: [a]", "1:16"),
        arguments("layer: { name: [x] }\nregions: [a]", "1:16"),
        arguments("layer: { layer-version: '' }\nregions: [a]", "1:25"),
        arguments("layer: { release-group: a.b }\nregions: [a]", "1:25"),
        arguments("layer: { release-group: -a }\nregions: [a]", "1:25"),
        arguments("layer: { release-group: " + "g".repeat(65) + " }\nregions: [a]", "1:25"),
        arguments("layer: { public: maybe }\nregions: [a]", "1:18"),
        arguments("layer: { public: 'true' }\nregions: [a]", "1:18"),
        arguments("layer: { runtimes: java21 }\nregions: [a]", "1:20"),
        arguments("layer: { runtimes: [Java 21] }\nregions: [a]", "1:21"),
        arguments("layer: { runtimes: [java21, java21] }\nregions: [a]", "1:29"),
        arguments("layer: { runtimes: [" + runtimes(16) + "] }\nregions: [a]", "1:20"),
        arguments("layer: { licence: '' }\nregions: [a]", "1:19"),
        arguments("layer: { licence: " + "x".repeat(513) + " }\nregions: [a]", "1:19"),
        arguments("regions: []", "1:10"),
        arguments("regions: us-east-1", "1:10"),
        arguments("regions: [us-east-1, us-east-1]", "1:22"),
        arguments("regions: [US-EAST-1]", "1:11"),
        arguments("regions: [../../etc]", "1:11"),
        arguments("regions: [" + "a".repeat(33) + "]", "1:11"),
        arguments("regions: [us--east]", "1:11"),
        arguments("table: { name: a }\nregions: [a]", "1:16"),
        arguments("table: { name: a/b/c }\nregions: [a]", "1:16"),
        arguments("table: { region: Here }\nregions: [a]", "1:18"),
        arguments("account: '12345'\nregions: [a]", "1:10"),
        arguments("account: 12345678901x\nregions: [a]", "1:10"),
        arguments("publisher: AWS\nregions: [a]", "1:12"),
        arguments("publisher: s3\nregions: [a]", "1:12"),
        arguments("directory: { path: /srv/layers }\nregions: [a]", "1:20"),
        arguments("directory: { path: ../layers }\nregions: [a]", "1:20"),
        arguments("directory: { path: a/../../layers }\nregions: [a]", "1:20"),
        arguments("directory: { path: target/layers }\nregions: [a]", "1:20"),
        arguments("directory: { path: 'a\\b' }\nregions: [a]", "1:20"),
        arguments("directory: { paths: layers }\nregions: [a]", "1:14"));
  }

  @ParameterizedTest
  @MethodSource
  void corpus(String yaml, String place) {
    Optional<PublishSettings> settings = read(yaml, PublishOverrides.NONE);
    List<String> complaints = new PublishedSchema("publish").complaintsAboutYaml(yaml);

    assertThat(settings.isPresent()).as("%s", found()).isEqualTo(place.isEmpty());
    assertThat(complaints.isEmpty()).as("%s", complaints).isEqualTo(place.isEmpty());
    if (!place.isEmpty()) {
      assertThat(found())
          .singleElement()
          .asString()
          .startsWith("config-invalid: config/publish.yaml:" + place + ":");
    }
  }

  @Test
  void namesTheKeyThatWasMeant() {
    read("regoins: [us-east-1]\nlayer: { release_group: x }\n", PublishOverrides.NONE);

    assertThat(problems.all())
        .extracting(problem -> problem.remedy().toString())
        .containsExactlyInAnyOrder(
            "Advice[text=Write regions for regoins]",
            "Advice[text=Write release-group for release_group]");
  }

  @Test
  void reportsEverythingAtOnce() {
    read(
        "layer: { nmae: x, public: 1 }\nregions: [X, us-east-1]\nacount: 1\n",
        PublishOverrides.NONE);

    assertThat(problems.all()).hasSize(4);
  }

  static Stream<String> hostile() {
    return Stream.of(
        "regions: [a]\nregions: [b]",
        """
        a: &a [x,x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
        e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
        f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]
        """,
        "regions:\n\t- a",
        "--- \nregions: [a]\n---\nregions: [b]",
        "layer: !!java/object:java.io.File [x]\nregions: [a]",
        "regions: !regions [a]",
        "[".repeat(5000),
        "- a list",
        "regions: [a]\n\u0000",
        "layer: { name: *nothing }");
  }

  @ParameterizedTest
  @MethodSource
  void hostile(String yaml) {
    assertThat(read(yaml, PublishOverrides.NONE)).isEmpty();
    assertThat(found())
        .isNotEmpty()
        .allMatch(text -> text.startsWith("config-invalid: config/publish.yaml"));
  }

  @Test
  void opensNoFifo() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();

    assertThat(new PublishSettingsReader(problems).read(fifo, "fifo", PublishOverrides.NONE))
        .isEmpty();
    assertThat(found()).singleElement().asString().contains("not a regular file");
  }
}
