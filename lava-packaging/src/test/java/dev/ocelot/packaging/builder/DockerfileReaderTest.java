package dev.ocelot.packaging.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.builder.BuilderBases.PlatformChoice;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileReaderTest {
  static Stream<Arguments> files() {
    return Stream.of(
        file("a plain image", "debian:12", "debian:12", "FROM debian:12\nRUN true\n"),
        file("lower case and blanks", "debian:12", "debian:12", "\n  from   debian:12  \n"),
        file("a byte order mark", "debian:12", "debian:12", "\ufeffFROM debian:12\n"),
        file("CR LF", "debian:12", "debian:12", "FROM debian:12\r\nRUN true\r\n"),
        file("nothing", "", "scratch", "FROM scratch\nCOPY busybox /bin/\n"),
        file("an argument", "b:1", "b:1", "ARG BASE=b:1\nFROM ${BASE}\n"),
        file("an argument in quotes", "b:1", "b:1", "ARG BASE=\"b:1\"\nFROM \"$BASE\"\n"),
        file("an argument of an argument", "b:2", "b:2", "ARG V=2\nARG BASE=b:$V\nFROM $BASE\n"),
        file("several in one line", "b:2", "b:2", "ARG N=b V=2\nFROM $N:$V\n"),
        file("a default in place", "b:1", "b:1", "ARG BASE\nFROM ${BASE:-b:1}\n"),
        file("an alternative", "b:1-x", "b:1-x", "ARG X=1\nFROM b:1${X:+-x}${Y:+-y}\n"),
        file("a given argument", "b-arm64", "b-arm64", "FROM b-${TARGETARCH}\n"),
        file("a given one wins", "b-arm64", "b-arm64", "ARG TARGETARCH=x\nFROM b-$TARGETARCH\n"),
        file("an argument of a stage", "b:1", "b:1", "ARG V=1\nFROM b:$V\nARG V=2\n"),
        file("two stages", "a b", "b", "FROM a AS one\nFROM b\nCOPY --from=one /x /x\n"),
        file("a stage on a stage", "a", "a", "FROM a AS One\nFROM one as two\nFROM two\n"),
        file("a stage by number", "a b", "b", "FROM a\nFROM b\nCOPY --from=0 /x /x\n"),
        file("a copy from an image", "a b:2", "a", "FROM a\nCOPY --chown=1 --from=b:2 /x /x\n"),
        file("a mount", "a b:2", "a", "FROM a\nRUN --mount=type=bind,from=b:2,target=/x true\n"),
        file("an image twice", "a b", "a", "FROM a AS x\nFROM b\nFROM a\n"),
        file("a continued line", "a", "a", "FROM \\\n  # why\n\n  a\nRUN x \\\n FROM y\n"),
        file("another escape", "a", "a", "# escape=`\nFROM `\n a\nRUN dir C:\\\n"),
        file("a here-document", "a", "a", "FROM a\nRUN <<EOF cat\nFROM b\nEOF\n"),
        file("two", "a", "a", "FROM a\nRUN <<-'X' <<Y\nFROM b\n\tX\nFROM c\nY\nRUN true\n"),
        file("a comment", "a", "a", "# FROM b\nFROM a\n# FROM c\n"),
        file("a syntax line", "a", "a", "# syntax=docker/dockerfile:1\nFROM a\n"));
  }

  private static Arguments file(String name, String images, String root, String text) {
    List<String> all = images.isEmpty() ? List.of() : List.of(images.split(" ", -1));
    return arguments(Named.of(name, text), all, root);
  }

  @ParameterizedTest
  @MethodSource("files")
  void findsTheImages(String text, List<String> images, String root) {
    Problems problems = new Problems();
    BuilderBases bases = read(text, problems);
    assertThat(problems.all()).isEmpty();
    assertThat(bases.references()).containsExactlyElementsOf(images);
    assertThat(bases.root()).isEqualTo(root);
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        arguments("FROM a", new PlatformChoice.OfImage()),
        arguments("FROM --platform=$BUILDPLATFORM a", new PlatformChoice.OfEngine()),
        arguments("FROM --platform=linux/386 a", new PlatformChoice.Given("linux/386")),
        arguments("FROM --platform=${TARGETPLATFORM} a", new PlatformChoice.Given("linux/arm64")),
        arguments(
            "FROM --platform=linux/386 a AS x\nFROM x", new PlatformChoice.Given("linux/386")),
        arguments("FROM --platform=linux/386 a AS x\nFROM a", new PlatformChoice.OfImage()));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void findsThePlatform(String text, PlatformChoice choice) {
    assertThat(read(text, new Problems()).platform()).isEqualTo(choice);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("", "has no FROM", Location.of("x.Dockerfile")),
        arguments("RUN true\n", "has no FROM", Location.of("x.Dockerfile")),
        arguments("ARG BASE\nFROM $BASE", "uses BASE", Location.of("x.Dockerfile", 2, 1)),
        arguments("FROM a\nCOPY --from=$X a b", "uses X", Location.of("x.Dockerfile", 2, 1)),
        arguments("FROM a-$BUILDPLATFORM", "BUILDPLATFORM", Location.of("x.Dockerfile", 1, 1)),
        arguments("FROM a b c d", "cannot be read", Location.of("x.Dockerfile", 1, 1)),
        arguments("FROM --rm", "begins with -", Location.of("x.Dockerfile", 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatIsWrong(String text, String message, Location where) {
    Problems problems = new Problems();
    read(text, problems);
    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.id()).isEqualTo(ProblemId.CONFIG_INVALID);
    assertThat(problem.message()).contains(message);
    assertThat(problem.location()).isEqualTo(where);
  }

  private static BuilderBases read(String text, Problems problems) {
    Map<String, String> target =
        Map.of("TARGETPLATFORM", "linux/arm64", "TARGETARCH", "arm64", "TARGETOS", "linux");
    return DockerfileReader.read(bytes(text), "x.Dockerfile", target, problems);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
