package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.builder.Builders;
import dev.ocelot.packaging.builder.FakeEngine;
import dev.ocelot.packaging.builder.Fetching;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.KeyDifference;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.tag.component.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must change a build key, and what must not. */
class ComponentKeyTest {
  private static final String SHA = "0123456789abcdef".repeat(4);
  private static final String SOURCE = "sources: [{ url: \"https://h/a.tgz\", sha256: \"%s\" }]\n";
  private static final Map<String, String> ENVIRONMENT = Map.of("V", "1", "OTHER", "1");

  private final BuildsFixture fixture;
  private final FakeEngine engine = new FakeEngine().with("debian:12", 1, "linux/amd64");

  ComponentKeyTest(@TempDir Path folder) {
    this.fixture = new BuildsFixture(folder, engine);
    fixture
        .repository()
        .with("config/builders/c.Dockerfile", "FROM debian:12\n")
        .with("config/builders/d.Dockerfile", "FROM debian:12\nRUN x\n")
        .with("components/hello/build.sh", "make\n")
        .with("components/hello/a.c", "int a;\n")
        .with("components/hello/b.c", "int b;\n");
    settings("");
  }

  private interface Change {
    void to(ComponentKeyTest test) throws IOException;
  }

  static Stream<Arguments> mustChange() {
    return Stream.of(
        change(
            "components/hello/build.sh changed", t -> t.write("components/hello/build.sh", "x\n")),
        change("components/hello/a.c changed", t -> t.write("components/hello/a.c", "int x;\n")),
        change(
            "components/hello/a.c changed",
            t -> t.file("components/hello/a.c").toFile().setExecutable(true)),
        change("components/hello/c.c was added", t -> t.write("components/hello/c.c", "")),
        change(
            "components/hello/a.c was removed", t -> Files.delete(t.file("components/hello/a.c"))),
        change("the builder changed", t -> t.settings("builder: d\n")),
        change("the builder changed", t -> t.write("config/builders/c/tool", "x")),
        change("the network changed", t -> t.settings("network: bridge\n")),
        change("source a.tgz was added", t -> t.settings(SOURCE.formatted(SHA))),
        change("the packing changed", t -> t.settings("format: tar.gz\n")),
        change("the packing changed", t -> t.settings("level: 9\n")),
        change("the epoch changed", t -> t.settings("epoch: 315532802\n")));
  }

  private static Arguments change(String says, Change change) {
    return arguments(Named.of(says, change), says);
  }

  @ParameterizedTest
  @MethodSource("mustChange")
  void changes(Change change, String says) throws IOException {
    BuildKey before = key(ENVIRONMENT);
    change.to(this);
    BuildKey after = key(ENVIRONMENT);
    assertThat(after).isNotEqualTo(before);
    assertThat(KeyDifference.between(before, after).sentence()).isEqualTo(says);
  }

  static Stream<Named<Change>> mustNotChange() {
    return Stream.of(
        Named.of("a time limit", t -> t.settings("timeout: 1m\n")),
        Named.of("a memory limit", t -> t.settings("memory: 64m\n")),
        Named.of("a limit of processes", t -> t.settings("processes: 9\n")),
        Named.of("a layer of the same zip", t -> t.settings("layer: true\n")),
        Named.of("a default that is written out", t -> t.settings("level: 6\n")),
        Named.of("a file that is no input", t -> t.write("components/hello/a.c~", "x")),
        Named.of("a file elsewhere", t -> t.write("README.md", "x")),
        Named.of("another builder", t -> t.write("config/builders/d.Dockerfile", "FROM x\n")),
        Named.of("another component", t -> t.write("components/zz/build.sh", "x")),
        Named.of(
            "a time",
            t ->
                Files.setLastModifiedTime(
                    t.file("components/hello/a.c"), FileTime.fromMillis(1_000_000_000L))),
        Named.of(
            "permissions of others",
            t ->
                Files.setPosixFilePermissions(
                    t.file("components/hello/a.c"), PosixFilePermissions.fromString("rw-------"))));
  }

  @ParameterizedTest
  @MethodSource("mustNotChange")
  void stays(Change change) throws IOException {
    BuildKey before = key(ENVIRONMENT);
    change.to(this);
    assertThat(key(ENVIRONMENT)).isEqualTo(before);
  }

  @Test
  void holdsTheDeclaredVariablesOnly() {
    BuildKey before = key(ENVIRONMENT);
    assertThat(key(Map.of("V", "1"))).isEqualTo(before);
    assertThat(KeyDifference.between(before, key(Map.of("V", "2"))).sentence())
        .isEqualTo("environment V changed");
    assertThat(key(Map.of("V", ""))).isNotEqualTo(key(Map.of()));
    assertThat(key(Map.of("V", "unset"))).isNotEqualTo(key(Map.of()));
  }

  @Test
  void holdsTheDigestOfASourceAndNotItsPlace() {
    settings(SOURCE.formatted(SHA));
    BuildKey before = key(ENVIRONMENT);
    settings(SOURCE.formatted(SHA).replace("//h/", "//mirror/x/"));
    assertThat(key(ENVIRONMENT)).isEqualTo(before);
    settings(SOURCE.formatted("f" + SHA.substring(1)));
    assertThat(KeyDifference.between(before, key(ENVIRONMENT)).sentence())
        .isEqualTo("source a.tgz changed");
  }

  @Test
  void aLayerThatIsPackedApartShapesTheResult() {
    settings("format: tar.zst\n");
    BuildKey before = key(ENVIRONMENT);
    settings("format: tar.zst\nlayer: true\n");
    assertThat(key(ENVIRONMENT)).isNotEqualTo(before);
  }

  @Test
  void isTheSameInEveryPlaceAndForever() throws IOException {
    settings("builder: host\n");
    fixture.allowHostScripts();
    BuildKey.Builder portable = BuildKey.builder();
    key(ENVIRONMENT).records().stream()
        .filter(record -> !record.subject().equals("the builder"))
        .forEach(record -> portable.add(record.subject(), record.value()));
    assertThat(portable.build().sha256())
        .as("changes only together with the schema number")
        .isEqualTo("GOLDEN");
  }

  private void settings(String build) {
    String builder = build.contains("builder:") ? "" : "builder: c\n";
    write(
        "config/components.yaml",
        "components:\n  hello:\n    environment: [V]\n    build:\n" + (builder + build).indent(6));
  }

  private void write(String name, String text) {
    fixture.repository().with(name, text);
  }

  private Path file(String name) {
    return fixture.repository().file(name);
  }

  private BuildKey key(Map<String, String> environment) {
    ComponentBuildRequest request = fixture.request();
    ComponentBuildRequest wanted =
        new ComponentBuildRequest(
            request.root(),
            request.components(),
            request.output(),
            request.version(),
            environment,
            request.hostScripts(),
            request.onFailure());
    Builders builders =
        new Builders(
            new RepositoryRoot(fixture.repository().root()),
            Platforms.standard(),
            Store.open(fixture.store()).memory("builders"),
            engine,
            Fetching.FORBIDDEN,
            Progress.none());
    return new ComponentJobs(wanted, builders, Platforms.standard()).all().get(0).key();
  }
}
