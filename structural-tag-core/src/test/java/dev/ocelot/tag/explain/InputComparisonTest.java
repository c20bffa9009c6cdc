package dev.ocelot.tag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.tag.InputDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputComparisonTest {
  private static final InputDigest SCRIPT = Digests.of("build.sh", "#!/bin/sh\nmake\n");
  private static final InputDigest A = Digests.of("a.patch", "A\n");
  private static final InputDigest B = Digests.of("b.patch", "B\n");
  private static final InputDigest C = Digests.of("c.patch", "C\n");

  static Stream<Arguments> cases() {
    return Stream.concat(changes(), lists());
  }

  private static Stream<Arguments> changes() {
    return Stream.of(
        both("nothing", List.of(SCRIPT, A), List.of(SCRIPT, A)),
        both("changed CONTENT build.sh", List.of(SCRIPT, A), List.of(script("other\n"), A)),
        both(
            "changed LINE_ENDS build.sh",
            List.of(SCRIPT),
            List.of(script("#!/bin/sh\r\nmake\r\n"))),
        both(
            "changed COMMENTS build.sh",
            List.of(SCRIPT),
            List.of(script("#!/bin/sh\n\n  # why\nmake\n"))),
        both(
            "changed COMMENTS build.sh",
            List.of(SCRIPT),
            List.of(script("#!/bin/sh\r\n# why\r\nmake\r\n"))),
        both("changed CONTENT build.sh", List.of(SCRIPT), List.of(script("#!/bin/sh -e\nmake\n"))),
        both(
            "changed CONTENT x.h",
            List.of(SCRIPT, Digests.of("x.h", "#define X 1\n")),
            List.of(SCRIPT, Digests.of("x.h", "#define X 2\n"))),
        both(
            "changed COMMENTS x.py",
            List.of(SCRIPT, Digests.of("x.py", "# 1\n")),
            List.of(SCRIPT, Digests.of("x.py", "# 2\n"))));
  }

  private static Stream<Arguments> lists() {
    return Stream.of(
        both("added b.patch", List.of(SCRIPT, A), List.of(SCRIPT, A, B)),
        both("added a.patch", List.of(SCRIPT, A), List.of(SCRIPT, A, A)),
        both("removed a.patch", List.of(SCRIPT, A, B), List.of(SCRIPT, B)),
        both("removed a.patch", List.of(A, A, B), List.of(A, B)),
        both(
            "renamed a.patch to d.patch",
            List.of(SCRIPT, A),
            List.of(SCRIPT, Digests.of("d.patch", "A\n"))),
        both(
            "added d.patch; removed a.patch",
            List.of(SCRIPT, A),
            List.of(SCRIPT, Digests.of("d.patch", "D\n"))),
        both(
            "reordered build.sh a.patch b.patch to build.sh b.patch a.patch",
            List.of(SCRIPT, A, B),
            List.of(SCRIPT, B, A)),
        both(
            "reordered a b a to a a b",
            List.of(Digests.of("a", "A"), Digests.of("b", "B"), Digests.of("a", "A")),
            List.of(Digests.of("a", "A"), Digests.of("a", "A"), Digests.of("b", "B"))),
        both(
            "changed CONTENT c.patch; added d; removed a.patch;"
                + " reordered build.sh b.patch c.patch to build.sh c.patch b.patch",
            List.of(SCRIPT, A, B, C),
            List.of(SCRIPT, Digests.of("c.patch", "2"), Digests.of("d", "D"), B)));
  }

  private static Arguments both(String expected, List<InputDigest> before, List<InputDigest> now) {
    return Arguments.of(expected, before, now);
  }

  private static InputDigest script(String text) {
    return Digests.of("build.sh", text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void differences(String expected, List<InputDigest> before, List<InputDigest> now) {
    List<String> found =
        new InputComparison(before, now)
            .differences().stream().map(InputComparisonTest::brief).toList();
    assertThat(found.isEmpty() ? "nothing" : String.join("; ", found)).isEqualTo(expected);
  }

  private static String brief(TagDifference difference) {
    if (difference instanceof TagDifference.Changed changed) {
      return "changed " + changed.extent() + " " + changed.after().path();
    }
    if (difference instanceof TagDifference.Added added) {
      return "added " + added.input().path();
    }
    if (difference instanceof TagDifference.Removed removed) {
      return "removed " + removed.input().path();
    }
    if (difference instanceof TagDifference.Renamed renamed) {
      return "renamed " + renamed.before() + " to " + renamed.after();
    }
    TagDifference.Reordered order = (TagDifference.Reordered) difference;
    return "reordered "
        + String.join(" ", order.before())
        + " to "
        + String.join(" ", order.after());
  }
}
