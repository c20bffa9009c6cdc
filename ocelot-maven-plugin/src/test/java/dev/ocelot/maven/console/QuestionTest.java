package dev.ocelot.maven.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private static Optional<String> answer(FakeTerminal terminal, String typed) {
    byte[] bytes = typed.getBytes(StandardCharsets.US_ASCII);
    return new Question(terminal, new ByteArrayInputStream(bytes)).ask("Type DELETE: ");
  }

  /** Whoever asks compares exactly, so nothing is trimmed or folded. */
  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "delete", " DELETE ", ""})
  void anAnswerIsTheLineAsItWasTyped(String typed) {
    FakeTerminal terminal = new FakeTerminal(true);

    assertThat(answer(terminal, typed + "\nmore\n")).contains(typed);
    assertThat(terminal.written()).containsExactly("Type DELETE: ");
  }

  @Test
  void withoutATerminalNobodyIsAsked() {
    FakeTerminal nobody = new FakeTerminal(false);

    assertThat(answer(nobody, "DELETE\n")).isEmpty();
    assertThat(nobody.written()).isEmpty();
  }

  @Test
  void anInputThatHasEndedIsNoAnswer() {
    assertThat(answer(new FakeTerminal(true), "")).isEmpty();
  }
}
