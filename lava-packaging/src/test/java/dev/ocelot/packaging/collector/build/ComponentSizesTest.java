package dev.ocelot.packaging.collector.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.collector.program.ImportGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentSizesTest {
  private static final List<String> GRAPH =
      List.of(
          "fmt",
          "o/helper fmt",
          "o/only",
          "o/otlpexporter o/helper",
          "o/v2/awss3exporter/v2 o/helper o/only",
          "o/batchprocessor fmt",
          "m/lambdacomponents/exporter o/otlpexporter o/v2/awss3exporter/v2 fmt",
          "m/lambdacomponents m/lambdacomponents/exporter o/batchprocessor",
          "m fmt m/lambdacomponents");

  private static ComponentSizes sizes() {
    return ComponentSizes.of(
        new TreeMap<>(
            Map.of(
                "",
                7L,
                "fmt",
                1000L,
                "o/helper",
                100L,
                "o/only",
                50L,
                "o/otlpexporter",
                10L,
                "o/v2/awss3exporter/v2",
                20L,
                "o/batchprocessor",
                30L,
                "main",
                5L)),
        ImportGraph.parse(GRAPH));
  }

  @Test
  void aComponentHasWhatNothingElseNeeds() {
    assertThat(sizes().components())
        .isEqualTo(Map.of("exporter/otlp", 10L, "exporter/awss3", 70L, "processor/batch", 30L));
    assertThat(sizes().code()).isEqualTo(1222);
  }

  @Test
  void whatIsWrittenIsRead(@TempDir Path folder) {
    Path file = folder.resolve("sizes");
    sizes().write(file);
    assertThat(ComponentSizes.read(file)).isEqualTo(sizes());
  }

  @Test
  void aDamagedFileTellsOfNoPast(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("sizes"), "{\"components\": {\"a\": [");
    assertThat(ComponentSizes.read(file).components()).isEmpty();
  }
}
