package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.component.ComponentBuildSettings.Format;
import dev.ocelot.packaging.component.ComponentBuildSettings.Limits;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildSettingsReaderTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private final ComponentRepository repository;

  BuildSettingsReaderTest(@TempDir Path folder) {
    this.repository = new ComponentRepository(folder);
  }

  @Test
  void readsEverything() {
    ComponentBuildSettings settings =
        read(
            """
            builder: debian12-c
            platforms: [linux/amd64, linux/arm/v7]
            network: bridge
            sources:
              - { url: "https://example.org/a/jq-1.7.tar.gz?x=1", sha256: "%1$s" }
              - { maven: "g.h:lmdb:0.4:native:zip", sha256: "%1$s" }
            layer: true
            format: tar.zst
            level: 7
            epoch: 1000000000
            timeout: 90s
            memory: 512m
            processes: 100
            """
                .formatted(SHA),
            new Problems());
    assertThat(settings.place())
        .isInstanceOfSatisfying(
            BuildPlace.Container.class,
            place -> {
              assertThat(place.builder()).isEqualTo("debian12-c");
              assertThat(place.location().toString()).startsWith("config/components.yaml:4:");
            });
    assertThat(settings.platforms())
        .extracting(Platform::name)
        .containsExactly("linux/amd64", "linux/arm/v7");
    assertThat(settings.network()).isEqualTo(Network.BRIDGE);
    assertThat(settings.sources())
        .extracting(declared -> declared.source().address(), DeclaredSource::fileName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "https://example.org/a/jq-1.7.tar.gz?x=1", "jq-1.7.tar.gz"),
            org.assertj.core.groups.Tuple.tuple(
                "maven:g.h:lmdb:0.4:native:zip", "lmdb-0.4-native.zip"));
    assertThat(settings.sources()).allMatch(declared -> declared.source().sha256().equals(SHA));
    assertThat(settings.layer()).isTrue();
    assertThat(settings.packing()).isEqualTo(new Format(ArchiveFormat.TAR_ZST, 7, 1_000_000_000));
    assertThat(settings.limits()).isEqualTo(new Limits(Duration.ofSeconds(90), 512L << 20, 100));
  }

  @Test
  void takesTheRestFromTheDefaults() {
    ComponentBuildSettings settings = read("builder: host\n", new Problems());
    assertThat(settings.place()).isInstanceOf(BuildPlace.Host.class);
    assertThat(settings.platforms()).extracting(Platform::name).containsExactly("linux/amd64");
    assertThat(settings.network()).isEqualTo(Network.NONE);
    assertThat(settings.sources()).isEmpty();
    assertThat(settings.layer()).isFalse();
    assertThat(settings.packing()).isEqualTo(new Format(ArchiveFormat.ZIP, 6, 315_532_800));
    assertThat(settings.limits()).isEqualTo(new Limits(Duration.ofMinutes(30), 4L << 30, 4096));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "platforms: [linux/amd64] | no builder in the build of component c",
        "builder: \"\" | no builder in the build of component c",
        "builder: x; platform: [linux/amd64] | unknown key \"platform\"",
        "builder: x; platforms: [linux/amd46] | linux/amd46",
        "builder: x; platforms: [linux/amd64, amd64] | stands twice",
        "builder: x; platforms: [] | no platform",
        "builder: x; platforms: linux/amd64 | a list of texts",
        "builder: x; network: host | one of none, bridge",
        "builder: x; layer: yes | true or false",
        "builder: x; layer: true; platforms: [linux/arm/v7] | can be a layer",
        "builder: x; format: rar | one of zip, tar.gz, tar.zst",
        "builder: x; level: 10 | from 0 to 9",
        "builder: x; format: tar.zst; level: 0 | from 1 to 19",
        "builder: x; epoch: -1 | a whole number",
        "builder: x; timeout: 10 | such as 10m",
        "builder: x; timeout: 25h | at most 24h",
        "builder: x; timeout: 0m | such as 10m",
        "builder: x; memory: 4 | such as 512m",
        "builder: x; memory: 1m | at least 16m",
        "builder: x; processes: 0 | a whole number",
        "builder: x; sources: [{ url: \"https://h/a\" }] | 64 lower-case",
        "builder: x; sources: [{ url: \"https://h/a\", sha256: ABC }] | 64 lower-case",
        "builder: x; sources: [{ sha256: S }] | either url or maven",
        "builder: x; sources: [{ url: \"https://h/a\", maven: \"a:b:c:d\", sha256: S }] | either url",
        "builder: x; sources: [{ url: \"ftp://h/a\", sha256: S }] | an http, https",
        "builder: x; sources: [{ url: \"https://u:p@h/a\", sha256: S }] | without user",
        "builder: x; sources: [{ url: \"file://host/a\", sha256: S }] | or file URL",
        "builder: x; sources: [{ url: \"https://h/\", sha256: S }] | a file name",
        "builder: x; sources: [{ url: \"https://h/a b\", sha256: S }] | a file name",
        "builder: x; sources: [{ url: \"https://h/..\", sha256: S }] | a file name",
        "builder: x; sources: [{ maven: \"a:b:c\", sha256: S }] | group:artifact:version",
        "builder: x; sources: [{ maven: \"a:../b:c:d\", sha256: S }] | group:artifact:version",
        "builder: x; sources: [{ url: \"https://h/a\", sha: S }] | unknown key \"sha\"",
        "builder: x; sources: [{ url: \"https://h/a\", sha256: S }, { url: \"http://h/A\", sha256: S }]"
            + " | two sources",
      })
  void saysWhatIsWrongAndWhere(String lines, String message) {
    Problems problems = new Problems();
    read(lines.replace("; ", "\n").replace("sha256: S", "sha256: \"" + SHA + "\""), problems);
    assertThat(problems.all())
        .isNotEmpty()
        .anySatisfy(problem -> assertThat(problem.toString()).contains(message))
        .allSatisfy(problem -> assertThat(problem.location()).isInstanceOf(Location.InText.class));
  }

  /** What is wrong with the word for the builder is the problem, not that there is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bulider: x | unknown key \"bulider\"",
        "buildr: host | unknown key \"buildr\"",
        "builder: [x] | a list",
        "builder: {} | a mapping",
      })
  void saysOnceThatABuilderIsWrong(String line, String message) {
    Problems problems = new Problems();
    read(line + "\n", problems);
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).toString()).contains(message);
    assertThat(problems.all().get(0).remedy()).isInstanceOf(Remedy.Advice.class);
  }

  @Test
  void saysEverythingAtOnce() {
    Problems problems = new Problems();
    read("bilder: x\ntimeout: 1\nnetwork: x\nplatforms: [a, b]\n", problems);
    assertThat(problems.all()).hasSize(5);
    assertThat(problems.all()).extracting(Problem::toString).anyMatch(s -> s.contains("bilder"));
  }

  private ComponentBuildSettings read(String build, Problems problems) {
    repository.component("c", "true\n", "build:\n" + build.indent(2));
    Component component = repository.tagged().get(0).component();
    return new BuildSettingsReader(Platforms.standard(), BuildDefaults.read())
        .read(component, problems);
  }
}
