package dev.ocelot.maven.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSpellingTest {
  @Test
  void writesWhatAnOrdinaryNameNeeds() {
    assertThat(
            new CommandSpelling("mvn -f ../pom.xml", "ocelot", Map.of("ocelot.root", "/r"))
                .command("update-tags", Map.of("ocelot.components", "a,b")))
        .isEqualTo("mvn -f ../pom.xml ocelot:update-tags -Docelot.root=/r -Docelot.components=a,b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "a b", "a'b", "$HOME", "`id`", "a\"b", "a\\b", "*", "~", "a;b"})
  void writesAWordThatAShellReadsBack(String word) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf %s " + CommandSpelling.quoted(word)).start();

    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(read).isEqualTo(word);
  }
}
