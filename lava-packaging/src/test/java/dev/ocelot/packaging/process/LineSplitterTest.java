package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("a", List.of("a")),
        Arguments.of("a\n", List.of("a")),
        Arguments.of("\n", List.of("")),
        Arguments.of("a\n\nb", List.of("a", "", "b")),
        Arguments.of("a\r\nb\r\n", List.of("a", "b")),
        Arguments.of("10%\r20%\r30%\n", List.of("10%", "20%", "30%")),
        Arguments.of("a\r\r\nb", List.of("a", "", "b")),
        Arguments.of("\r\n\r\n", List.of("", "")),
        Arguments.of("é€😀\n😀", List.of("é€😀", "😀")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void linesDoNotDependOnHowTheBytesCome(String text, List<String> lines) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int chunk = 1; chunk <= Math.max(1, bytes.length); chunk++) {
      assertThat(split(bytes, chunk, Secrets.NONE)).as("chunks of %d", chunk).isEqualTo(lines);
    }
  }

  private static List<String> split(byte[] bytes, int chunk, Secrets secrets) {
    List<String> lines = new ArrayList<>();
    LineSplitter splitter = new LineSplitter(secrets, lines::add);
    for (int start = 0; start < bytes.length; start += chunk) {
      int count = Math.min(chunk, bytes.length - start);
      byte[] part = new byte[count];
      System.arraycopy(bytes, start, part, 0, count);
      splitter.accept(part, count);
    }
    splitter.finish();
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "€", "😀", "ab€"})
  void aLineThatIsTooLongIsNeverCutInsideACharacter(String unit) {
    String text = unit.repeat(100_000);
    List<String> pieces = split(text.getBytes(StandardCharsets.UTF_8), 4099, Secrets.NONE);
    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(String.join("", pieces).equals(text)).isTrue();
  }

  @Test
  void aSecretAcrossACutIsMasked() {
    String secret = "0123456789abcdef";
    for (int before = (1 << 16) - 40; before < (1 << 16) + 80; before++) {
      String text = "x".repeat(before) + secret + "y".repeat(70_000);
      List<String> pieces =
          split(text.getBytes(StandardCharsets.UTF_8), 8192, Secrets.of(List.of(secret)));
      assertThat(String.join("", pieces).equals("x".repeat(before) + "***" + "y".repeat(70_000)))
          .as("after %d", before)
          .isTrue();
    }
  }

  @Test
  void overlappingSecretsAreMaskedInEveryPiece() {
    Secrets secrets = Secrets.of(List.of("ababab", "abc", "cab"));
    List<String> pieces =
        split("abc".repeat(50_000).getBytes(StandardCharsets.UTF_8), 1000, secrets);
    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces.stream().filter(piece -> piece.contains("abc") || piece.contains("cab")))
        .isEmpty();
  }

  @Test
  void garbageIsHandedOutWhole() {
    byte[] bytes = new byte[200_000];
    Arrays.fill(bytes, (byte) 0xf0);
    assertThat(String.join("", split(bytes, 7777, Secrets.NONE)))
        .matches("\uFFFD+")
        .hasSizeGreaterThan(100_000);
  }
}
