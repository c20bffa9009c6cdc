package dev.ocelot.tag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.tag.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of the exported file; what it does is in {@link ExportedFunctionsTest}. */
class TagFunctionsTest {
  private static final Tag TAG = new Tag("0c22f62ec0cdf4eff7a321b144842e89");

  @Test
  void theFileHasLfLineEndsAndAFinalOne() {
    assertThat(new TagFunctions().text()).doesNotContain("\r").endsWith("}\n");
  }

  @Test
  void variablesFollowSortedAndOnce() {
    TagVariable b = new TagVariable("B_TAG", TAG);
    TagVariable a = new TagVariable("A_TAG", TAG);
    String text = new TagFunctions().text(List.of(b, a, b));
    assertThat(text)
        .contains("printf '%s' 'A_TAG B_TAG'")
        .endsWith(
            """

            # The declared tags.
            export A_TAG='0c22f62ec0cdf4eff7a321b144842e89'
            export B_TAG='0c22f62ec0cdf4eff7a321b144842e89'
            """);
  }

  @Test
  void theCommandIsOneQuotedWord() {
    assertThat(new TagFunctions("mvn -f '/a b' $(x)").text())
        .contains("printf '%s' 'mvn -f '\\''/a b'\\'' $(x)'");
    assertThat(new TagFunctions("").text()).contains("printf '%s' ''\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"_TAG", "__TAG", "TAG", "1A_TAG", "a_TAG", "A-B_TAG", "A_TAG\n", "A_TAGS", ""})
  void aNameThatNoShellHoldsIsRefused(String name) {
    assertThat(TagVariable.isName(name)).isFalse();
    assertThatThrownBy(() -> new TagVariable(name, TAG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_TAG", "MY_C_TAG", "X1_TAG", "FOO_TAG_TAG"})
  void aNameThatAShellHoldsIsTaken(String name) {
    assertThat(new TagVariable(name, TAG)).hasToString("export " + name + "='" + TAG + "'");
  }
}
