package dev.ocelot.tag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.explain.Explanation.Source;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden texts: what a person reads, and what a program reads. */
class ExplanationTextTest {
  private static final ComponentName NAME = new ComponentName("my-comp");
  private static final Tag DECLARED = new Tag("0c22f62ec0cdf4eff7a321b144842e89");
  private static final InputDigest SCRIPT = Digests.of("components/my-comp/build.sh", "make\n");
  private static final InputDigest A = Digests.of("p/a.patch", "A\n");
  private static final InputDigest EMPTY = Digests.of("p/empty", "");

  @Test
  void comparedWithARecord() {
    List<InputDigest> before =
        List.of(SCRIPT, A, Digests.of("p/b", "B"), Digests.of("p/c", "C"), Digests.of("p/d", "D"));
    ComputedTag now =
        Digests.tag(
            "1",
            Digests.of(SCRIPT.path(), "make\r\n"),
            Digests.of("p/b", "B\r\n"),
            A,
            EMPTY,
            Digests.of("p/c 2", "C"));
    assertThat(text(compared(before, now, new Source.Recorded())))
        .isEqualTo(
            """
            my-comp (MY_COMP_TAG)
              declared  0c22f62ec0cdf4eff7a321b144842e89
              computed  c4ca4238a0b923820dcc509a6f75849b
              since the declared tag was computed on this machine:
                changed    components/my-comp/build.sh (only line ends: now CR LF)
                changed    p/b (and its lines now end in CR LF)
                added      p/empty (empty: does not change the tag)
                removed    p/d (1 byte)
                renamed    p/c to 'p/c 2' (does not change the tag by itself)
                reordered  components/my-comp/build.sh, p/a.patch, p/b to components/my-comp/build.sh, p/b, p/a.patch
            """);
  }

  @Test
  void comparedWithARevision() {
    ComputedTag now = Digests.tag("1", Digests.of(SCRIPT.path(), "# why\nmake\n"));
    assertThat(text(compared(List.of(SCRIPT), now, new Source.InRevision("1a2b3c4d5e6f"))))
        .isEqualTo(
            """
            my-comp (MY_COMP_TAG)
              declared  0c22f62ec0cdf4eff7a321b144842e89
              computed  c4ca4238a0b923820dcc509a6f75849b
              since revision 1a2b3c4d5e6f, whose files give the declared tag:
                changed    components/my-comp/build.sh (only blank lines and lines that begin with #)
            """);
  }

  @Test
  void notKnown() {
    assertThat(
            text(new Explanation.Unknown(NAME, DECLARED.text(), Digests.tag("1", SCRIPT, EMPTY))))
        .isEqualTo(
            """
            my-comp (MY_COMP_TAG)
              declared  0c22f62ec0cdf4eff7a321b144842e89
              computed  c4ca4238a0b923820dcc509a6f75849b
              only the current inputs are known, not those of the declared tag:
                components/my-comp/build.sh (5 bytes)
                p/empty (empty: does not change the tag)
            """);
  }

  @Test
  void notDeclared() {
    assertThat(text(new Explanation.Undeclared(NAME, Digests.tag("1", SCRIPT))))
        .isEqualTo(
            """
            my-comp (MY_COMP_TAG)
              declared  nothing
              computed  c4ca4238a0b923820dcc509a6f75849b
              the inputs:
                components/my-comp/build.sh (5 bytes)
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "a/b-c_d.patch, a/b-c_d.patch",
        "^a b^, 'a b'",
        "^a,b^, ^'a,b'^",
        "-n, -n",
        "it's, 'it\\'s'",
        "back\\slash, 'back\\\\slash'",
        "\u00e9\u6587, \u00e9\u6587",
        "\u202egnp.exe, '\\u202egnp.exe'"
      })
  void pathsAreShownOnOneLine(String path, String shown) {
    assertThat(ShownPath.of(path)).isEqualTo(shown);
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(ShownPath.of("a\n\u001b[31mb")).isEqualTo("'a\\u000a\\u001b[31mb'");
    assertThat(ShownPath.of("")).isEqualTo("''");
  }

  @Test
  void json() throws Exception {
    ComputedTag now = Digests.tag("1", Digests.of(SCRIPT.path(), "make\r\n"), A, EMPTY);
    StringBuilder out = new StringBuilder();
    Explanation compared = compared(List.of(SCRIPT, EMPTY, A), now, new Source.InRevision("1a2b"));
    JsonWriter writer = new JsonWriter(out).array();
    ExplanationJson.write(compared, writer);
    ExplanationJson.write(new Explanation.Undeclared(NAME, Digests.tag("1", EMPTY)), writer);
    writer.end();
    try (InputStream golden = getClass().getResourceAsStream("explanations.json")) {
      assertThat(golden).isNotNull();
      assertThat(out).hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Explanation compared(List<InputDigest> before, ComputedTag now, Source source) {
    return new Explanation.Compared(
        NAME, DECLARED, now, source, new InputComparison(before, now.inputs()).differences());
  }

  private static String text(Explanation explanation) {
    return String.join("\n", ExplanationText.lines(explanation)) + "\n";
  }
}
