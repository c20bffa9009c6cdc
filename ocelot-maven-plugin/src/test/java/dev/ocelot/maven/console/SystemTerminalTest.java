package dev.ocelot.maven.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.WindowSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemTerminalTest {
  @Test
  void readsTheSize() {
    assertThat(SystemTerminal.parse(List.of("40 132"))).isEqualTo(new WindowSize(40, 132));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 0", "24", "24 x", "-1 80", "24 80 1", "100000 80"})
  void takesTheUsualSizeForAnythingElse(String answer) {
    assertThat(SystemTerminal.parse(List.of(answer))).isEqualTo(WindowSize.USUAL);
    assertThat(SystemTerminal.parse(List.of())).isEqualTo(WindowSize.USUAL);
  }
}
