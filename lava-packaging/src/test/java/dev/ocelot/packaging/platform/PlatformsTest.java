package dev.ocelot.packaging.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformsTest {
  private final Platforms platforms = Platforms.standard();

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/amd64, amd64",
    "amd64, linux/amd64, amd64",
    "linux/arm64, linux/arm64, arm64",
    "arm64, linux/arm64, arm64",
    "linux/arm/v7, linux/arm/v7, armhf",
    "armhf, linux/arm/v7, armhf",
    "linux/386, linux/386, i386",
    "linux/ppc64le, linux/ppc64le, ppc64le",
    "linux/s390x, linux/s390x, s390x",
    "linux/riscv64, linux/riscv64, riscv64",
  })
  void readsWhatPeopleWrite(String text, String name, String shortName) {
    Platform platform = platforms.parse(text, Location.NONE);

    assertThat(platform.name()).isEqualTo(name);
    assertThat(platform.shortName()).isEqualTo(shortName);
    assertThat(platform).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64, linux/amd64",
    "linux/x86_64, linux/amd64",
    "aarch64, linux/arm64",
    "linux/arm64/v8, linux/arm64",
    "linux/arm, linux/arm/v7",
    "armv7l, linux/arm/v7",
    "arm-linux-gnueabihf, linux/arm/v7",
    "linux/amd46, linux/amd64",
    "linux/amd64/, linux/amd64",
    "LINUX/ARM64, linux/arm64",
  })
  void namesTheRightOneForAnotherWordOrASlip(String text, String right) {
    Problem problem = refusal(text);

    assertThat(problem.remedy()).isEqualTo(Remedy.advice("Write " + right + " for " + text));
  }

  @ParameterizedTest
  @CsvSource({"windows/amd64", "linux", "''", "linux/sparc64", "darwin/arm64"})
  void namesTheLegalValues(String text) {
    Problem problem = refusal(text);

    assertThat(problem.id()).isEqualTo(Platforms.UNKNOWN_PLATFORM);
    assertThat(problem.location()).isEqualTo(Location.of("config/components.yaml", 3, 9));
    assertThat(problem.got()).isEqualTo('"' + text + '"');
    assertThat(problem.expected())
        .isEqualTo(
            "one of linux/amd64, linux/arm64, linux/arm/v7, linux/386, linux/ppc64le,"
                + " linux/s390x, linux/riscv64");
  }

  private Problem refusal(String text) {
    Location where = Location.of("config/components.yaml", 3, 9);
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(() -> platforms.parse(text, where))
        .isInstanceOfSatisfying(ProblemException.class, e -> problems.addAll(e.problems()));
    return problems.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAME, x86_64, linux/amd64",
    "UNAME, x64, linux/amd64",
    "UNAME, aarch64, linux/arm64",
    "UNAME, armv7l, linux/arm/v7",
    "DARWIN_UNAME, arm64, linux/arm64",
    "DARWIN_UNAME, x86_64, linux/amd64",
    "DOCKER, linux/arm64/v8, linux/arm64",
    "ORACLE_DOWNLOAD, linuxx64, linux/amd64",
    "ORACLE_DOWNLOAD, linux-arm64, linux/arm64",
    "ORACLE_FILE, linux-x64, linux/amd64",
    "ORACLE_FILE, linux-arm64, linux/arm64",
    "AWS_CLI, x86_64, linux/amd64",
    "AWS_CLI, aarch64, linux/arm64",
    "LAMBDA, x86_64, linux/amd64",
    "LAMBDA, arm64, linux/arm64",
    "AMI, x86_64, linux/amd64",
    "AMI, arm64, linux/arm64",
    "DEBIAN, armhf, linux/arm/v7",
    "DEBIAN, ppc64el, linux/ppc64le",
    "GO, arm, linux/arm/v7",
    "GO, 386, linux/386",
    "JAVA, amd64, linux/amd64",
    "JAVA, aarch64, linux/arm64",
    "QEMU, qemu-aarch64, linux/arm64",
    "QEMU, qemu-arm, linux/arm/v7",
  })
  void knowsEveryVocabularysWords(Vocabulary vocabulary, String word, String name) {
    assertThat(platforms.spelled(vocabulary, word)).map(Platform::name).contains(name);
    assertThat(platforms.spelled(word)).map(Platform::name).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, UNAME, x86_64",
    "linux/arm64, UNAME, aarch64",
    "linux/arm64, DARWIN_UNAME, arm64",
    "linux/amd64, ORACLE_DOWNLOAD, linuxx64",
    "linux/amd64, ORACLE_FILE, linux-x64",
    "linux/arm64, AWS_CLI, aarch64",
    "linux/arm64, AMI, arm64",
  })
  void writesTheFirstWord(String name, Vocabulary vocabulary, String word) {
    assertThat(platforms.parse(name, Location.NONE).word(vocabulary)).contains(word);
  }

  @Test
  void lambdaKnowsTwoPlatforms() {
    assertThat(platforms.all())
        .filteredOn(platform -> platform.word(Vocabulary.LAMBDA).isPresent())
        .extracting(Platform::name)
        .containsExactly("linux/amd64", "linux/arm64");
  }

  @Test
  void noWordMeansTwoPlatforms() {
    Set<String> taken = new HashSet<>();
    for (Platform platform : platforms.all()) {
      Set<String> own = new HashSet<>(List.of(platform.name(), platform.shortName()));
      own.add(platform.triple());
      platform.words().values().forEach(own::addAll);

      assertThat(own).doesNotContain("");
      assertThat(own).filteredOn(taken::contains).isEmpty();
      taken.addAll(own);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Vocabulary.class,
      names = {"UNAME", "JAVA", "DEBIAN", "GO", "QEMU"})
  void everyPlatformHasTheCommonWords(Vocabulary vocabulary) {
    assertThat(platforms.all()).allMatch(platform -> platform.word(vocabulary).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux, amd64, ''",
    "linux/arm/v7, linux, arm, v7",
  })
  void splitsDockersName(String name, String os, String architecture, String variant) {
    Platform platform = platforms.parse(name, Location.NONE);

    assertThat(platform.os()).isEqualTo(os);
    assertThat(platform.architecture()).isEqualTo(architecture);
    assertThat(platform.variant()).isEqualTo(variant);
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/amd64, true",
    "linux/386, linux/amd64, true",
    "linux/amd64, linux/386, false",
    "linux/arm64, linux/amd64, false",
    "linux/arm/v7, linux/arm64, false",
  })
  void saysWhatNeedsNoEmulator(String program, String machine, boolean expected) {
    Platform platform = platforms.parse(program, Location.NONE);

    assertThat(platform.runsOn(platforms.parse(machine, Location.NONE))).isEqualTo(expected);
  }

  @Test
  void knowsThisMachine() {
    assertThat(platforms.host()).isPresent();
  }

  @Test
  void aMistakeInTheDataIsAProblem() {
    Problems problems = new Problems();
    String data =
        "platforms: { linux/amd64: { shrt: amd64, elf: { bits: 65 }, words: { me: x } } }";

    PlatformData.read(data.getBytes(StandardCharsets.UTF_8), problems);

    assertThat(problems.all()).hasSize(3);
  }
}
