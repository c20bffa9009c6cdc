package dev.ocelot.packaging.collector.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolchainVersionTest {
  @ParameterizedTest
  @CsvSource({
    "go1.24.2, 1.24.2, 0",
    "go1.26.8, 1.24.11, 1",
    "go1.24.2, 1.24.11, -1",
    "go1.9, 1.10, -1",
    "go1.24, 1.24.0, 0",
    "go1.25rc1, 1.24, 1",
    "go1.26.1 X:nocoverageredesign, 1.26.1, 0",
    "go2.0, 1.99, 1",
  })
  void areCompared(String has, String needs, int order) {
    assertThat(
            Integer.signum(
                ToolchainVersion.parse(has)
                    .orElseThrow()
                    .compareTo(ToolchainVersion.parse(needs).orElseThrow())))
        .isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"devel go1.27-abc", "", "go", "1", "one.two"})
  void someHaveNoNumber(String text) {
    assertThat(ToolchainVersion.parse(text)).isEmpty();
  }
}
