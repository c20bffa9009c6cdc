package dev.ocelot.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputDescriptionTest {
  private final TestTree tree;

  InputDescriptionTest(@TempDir Path folder) {
    this.tree = new TestTree(folder);
  }

  private InputDigest describe(String text) {
    tree.file("f", text);
    return new TagCalculator(tree.root()).describe(List.of(tree.input("f"))).inputs().get(0);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void saysWhatEachInputIs() throws Exception {
    tree.file("b", "2\n").file("a", "1");
    ComputedTag tag =
        new TagCalculator(tree.root())
            .describe(List.of(tree.input("b"), tree.input("a"), tree.input("b")));

    assertThat(tag.inputs()).extracting(InputDigest::path).containsExactly("b", "a", "b");
    assertThat(tag.inputs()).extracting(InputDigest::size).containsExactly(2L, 1L, 2L);
    assertThat(tag.inputs())
        .extracting(InputDigest::sha256)
        .containsExactly(sha256("2\n"), sha256("1"), sha256("2\n"));
  }

  /** Backslash escapes stand for line ends and blanks; {@code code} is what counts as code. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "||, false, ||, ||",
        "a, false, a, a\\n",
        "a\\nb\\n, false, a\\nb\\n, a\\nb\\n",
        "a\\r\\nb\\r\\n, true, a\\nb\\n, a\\nb\\n",
        "a\\r\\nb\\n, true, a\\nb\\n, a\\nb\\n",
        "a\\rb\\n, false, a\\rb\\n, a\\rb\\n",
        "a\\r, false, a\\r, a\\r\\n",
        "a\\r\\r\\n, true, a\\r\\n, a\\r\\n",
        "\\r\\n, true, \\n, ||",
        "#!x\\n# y\\na # b\\n, false, #!x\\n# y\\na # b\\n, #!x\\na # b\\n",
        "# !x\\n#!y\\n, false, # !x\\n#!y\\n, ||",
        "\\n\\t #!x\\n  a\\n, false, \\n\\t #!x\\n  a\\n, |  a\\n|",
        "#, false, #, ||",
        "#!, false, #!, #!\\n",
        "a\\n\\n \\t\\n#\\nb, false, a\\n\\n \\t\\n#\\nb, a\\nb\\n",
      })
  void tellsLineEndsAndCommentsFromCode(String text, boolean crlf, String normalised, String code)
      throws Exception {
    InputDigest.TextTraits traits = describe(text.translateEscapes()).text();

    assertThat(traits.crlf()).isEqualTo(crlf);
    assertThat(traits.normalisedSha256()).isEqualTo(sha256(normalised.translateEscapes()));
    assertThat(traits.codeSha256()).isEqualTo(sha256(code.translateEscapes()));
  }

  @Test
  void seesLineEndsThatTheBufferCutsInTwo() throws Exception {
    String line = "x".repeat((1 << 16) - 1);

    InputDigest.TextTraits traits = describe(line + "\r\n# c\r\ny").text();

    assertThat(traits.crlf()).isTrue();
    assertThat(traits.normalisedSha256()).isEqualTo(sha256(line + "\n# c\ny"));
    assertThat(traits.codeSha256()).isEqualTo(sha256(line + "\ny\n"));
  }

  @Test
  void holdsNoMoreThanAnyoneWritesOfALineOfBlanks() throws Exception {
    String blanks = " ".repeat(100_000);

    assertThat(describe(blanks).text().codeSha256()).isEqualTo(sha256(blanks + "\n"));
  }
}
