package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputGlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, a.patch, true",
    "*, .hidden, false",
    ".*, .hidden, true",
    "\\.*, .hidden, true",
    "*.patch, a.patch, true",
    "*.patch, a.patch~, false",
    "*.patch, .patch, false",
    "?.patch, a.patch, true",
    "?.patch, 😀.patch, true",
    "?.patch, ab.patch, false",
    "[ab].c, a.c, true",
    "[ab].c, c.c, false",
    "[a-c]*, bc, true",
    "[!a]b, ab, false",
    "[!a]b, cb, true",
    "[^a]b, cb, true",
    "[!a]hidden, .hidden, false",
    "[]]*, ]a, true",
    "[a*, '[ab', true",
    "[a-]*, -, true",
    "[&&]*, &, true",
    "'a b*', 'a bc', true",
    "a.*, axb, false",
    "{a}*, '{a}b', true",
    "a*\\*, ab*, true",
    "a*\\*, abc, false",
    "'*', 'a\nb', true",
  })
  void matchesNamesAsAShellDoes(String glob, String name, boolean matches) {
    List<InputGlob.Segment> segments = InputGlob.parse(glob).segments();

    assertThat(segments).hasSize(1);
    assertThat(segments.get(0).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b.c, a/b.c",
    "./a//b, a/b",
    "a/\\*b, a/*b",
    "a/\\[b], a/[b]",
    "[a/b], [a/b]",
    "{a|b}, {a|b}",
    "a\\, a\\",
  })
  void knowsPlainPaths(String glob, String path) {
    assertThat(InputGlob.parse(glob).isGlob()).isFalse();
    assertThat(InputGlob.parse(glob).plainPath()).isEqualTo(path);
  }

  @Test
  void knowsFoldersOfAnyDepth() {
    InputGlob glob = InputGlob.parse("a/**/*.c");

    assertThat(glob.isGlob()).isTrue();
    assertThat(glob.segments())
        .extracting(InputGlob.Segment::anyDepth)
        .containsExactly(false, true, false);
  }
}
