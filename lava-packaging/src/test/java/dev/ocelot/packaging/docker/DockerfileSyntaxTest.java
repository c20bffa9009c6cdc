package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileSyntaxTest {
  private static final String PIN = "@sha256:" + "0".repeat(64);

  private static String check(String text) {
    return DockerfileSyntax.check(text.getBytes(StandardCharsets.UTF_8), "config/b.Dockerfile")
        .map(Object::toString)
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# syntax=docker/dockerfile:1\nFROM scratch\n",
        "#syntax=docker/dockerfile:1\r\nFROM scratch\r\n",
        "  #  SynTax  =  docker/dockerfile:1  \nFROM scratch",
        "# escape=`\n# syntax=docker/dockerfile:1\n",
        "\uFEFF# syntax=docker/dockerfile:1\n",
        "#!/usr/bin/env x\n# syntax=docker/dockerfile:1\n",
        "# syntax=docker/dockerfile@sha256:00\n"
      })
  void aMovingTargetIsRefused(String text) {
    assertThat(check(text))
        .startsWith("config-invalid: config/b.Dockerfile:")
        .contains("expected no syntax line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FROM scratch\n# syntax=docker/dockerfile:1\n",
        "\n# syntax=docker/dockerfile:1\n",
        "# a comment\n# syntax=docker/dockerfile:1\n",
        "# escape=`\nFROM scratch\n",
        "# check=skip=all\nFROM scratch\n"
      })
  void whatIsNoDirectiveIsNothing(String text) {
    assertThat(check(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# syntax=docker/dockerfile:1", "# syntax=docker/dockerfile"})
  void aPinnedOneIsLetThrough(String line) {
    assertThat(check(line + PIN + "\nFROM scratch\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# escape=`\n#   syntax=a/b\n"})
  void thePlaceIsNamed(String text) {
    assertThat(check(text)).contains("config/b.Dockerfile:2:12:");
  }
}
