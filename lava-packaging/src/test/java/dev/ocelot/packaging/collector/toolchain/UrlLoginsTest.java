package dev.ocelot.packaging.collector.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlLoginsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GOPROXY", "https://ann:letmein@one.example.org,https://TOKEN@two.example.org|direct",
          "GIT_CONFIG_KEY_0", "url.https://git:s%40fe@code.example.org/.insteadOf",
          "GIT_CONFIG_VALUE_0", "ssh://git@code.example.org/",
          "PATH", "/usr/bin");

  @ParameterizedTest
  @CsvSource({
    "go: downloading example.org/a v1.0.0, go: downloading example.org/a v1.0.0",
    "Get https://ann:letmein@one.example.org/a/@v/list: EOF, Get https://***@one.example.org/a/@v/list: EOF",
    "refused: letmein, refused: ***",
    "refused: TOKEN, refused: ***",
    "an encoded s%40fe and a plain s@fe, an encoded *** and a plain ***",
    "from a file: https://eve:unknown@three.example.org/, from a file: https://***@three.example.org/",
    "ssh://git@code.example.org/a of git, ssh://***@code.example.org/a of git",
    "read example.org/a@v1.0.0 at https://example.org/a@v1.0.0, read example.org/a@v1.0.0 at https://example.org/a@v1.0.0"
  })
  void areNotShown(String line, String shown) {
    assertThat(UrlLogins.in(ENVIRONMENT).hide(line)).isEqualTo(shown);
  }
}
