package dev.ocelot.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected files were written by PyYAML; see {@code vectors/write_expected.py}. */
class CanonicalYamlTest {
  private static List<Path> folders() throws IOException, URISyntaxException {
    Path vectors = Path.of(CanonicalYamlTest.class.getResource("vectors/canonical").toURI());
    try (Stream<Path> folders = Files.list(vectors)) {
      return folders.sorted().toList();
    }
  }

  static List<Path> reproduced() throws IOException, URISyntaxException {
    return folders().stream().filter(f -> !isRefused(f)).toList();
  }

  static List<Path> refused() throws IOException, URISyntaxException {
    return folders().stream().filter(CanonicalYamlTest::isRefused).toList();
  }

  private static boolean isRefused(Path folder) {
    return folder.getFileName().toString().startsWith("refused-");
  }

  private static byte[] dump(Path folder) throws IOException {
    Map<String, String> set = new LinkedHashMap<>();
    Path file = folder.resolve("set.txt");
    if (Files.exists(file)) {
      for (String line : Files.readString(file, UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          set.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
      }
    } else {
      set.put("CONDITIONAL_BUILD_ANGLE_TAG", "0123456789abcdef0123456789abcdef");
    }
    return CanonicalYaml.dump(Files.readAllBytes(folder.resolve("input.yml")), "input.yml", set);
  }

  @ParameterizedTest
  @MethodSource("reproduced")
  void writesWhatPyYamlWrites(Path folder) throws IOException {
    String expected = Files.readString(folder.resolve("expected.yml"), UTF_8);

    assertThat(new String(dump(folder), UTF_8)).isEqualTo(expected);
    assertThat(CanonicalYaml.dump(expected.getBytes(UTF_8), "expected.yml", Map.of()))
        .asString(UTF_8)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatWouldBeLost(Path folder) {
    ProblemException e = catchThrowableOfType(ProblemException.class, () -> dump(folder));

    assertThat(e).isNotNull();
    assertThat(e.problems().get(0).id()).isEqualTo(ProblemId.CONFIG_INVALID);
    assertThat(e.problems().get(0).location().toString()).startsWith("input.yml:");
  }

  @ParameterizedTest
  @CsvSource({
    "1e23, 1.0e+23",
    "2e-308, 2.0e-308",
    "5e-324, 5.0e-324",
    "1e15, 1000000000000000.0",
    "1e16, 1.0e+16",
    "0.0001, 0.0001",
    "0.00001, 1.0e-05",
    "2.2250738585072011e-308, " + "2.225073858507201e-308",
    "9007199254740993, 9007199254740992.0",
    "-0.0, -0.0",
    "0, 0.0",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "123456.789, 123456.789",
  })
  void writesNumbersAsPythonDoes(double value, String expected) {
    assertThat(PythonFloat.text(value)).isEqualTo(expected);
  }

  @Test
  void writesNumbersThatReadAsTheSame() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(PythonFloat.text(value))).isEqualTo(value);
      }
    }
  }
}
