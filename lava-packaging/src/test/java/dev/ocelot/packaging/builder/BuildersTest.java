package dev.ocelot.packaging.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.store.Store;
import dev.ocelot.packaging.store.StoreFixture;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildersTest {
  private static final Location USE = Location.of("config/components.yaml", 4, 7);
  private static final Platforms PLATFORMS = Platforms.standard();
  private static final Platform AMD64 = PLATFORMS.parse("linux/amd64", USE);
  private static final Platform ARM64 = PLATFORMS.parse("linux/arm64", USE);

  private final Path root;
  private final Path storeRoot;
  private final FakeEngine engine = new FakeEngine().with("debian:12", 1, "linux/amd64");

  BuildersTest(@TempDir Path folder) {
    this.root = folder.resolve("repo");
    this.storeRoot = folder.resolve("store");
    dockerfile("c", "FROM debian:12\nRUN make\n");
  }

  @Test
  void asksAnEngineOnce() {
    BuilderImage first = builders().image("c", AMD64, USE);
    assertThat(engine.calls()).containsExactly("probe", "image debian:12", "image debian:12");
    engine.forget();
    BuilderImage second = builders().image("c", AMD64, USE);
    assertThat(engine.calls()).isEmpty();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void noticesBeforeBuildingThatABaseIsAnother() {
    BuilderImage before = builders().image("c", AMD64, USE);
    engine.with("debian:12", 2, "linux/amd64");
    Builders builders = builders();
    assertThat(builders.image("c", AMD64, USE)).isEqualTo(before);
    assertThat(builders.verify(List.of(before))).isFalse();
    BuilderImage after = builders.image("c", AMD64, USE);
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(after.bases()).containsEntry("debian:12", FakeEngine.id(2).text());
    engine.forget();
    assertThat(builders.verify(List.of(after))).as("asked once in a run").isTrue();
    assertThat(builders().image("c", AMD64, USE)).isEqualTo(after);
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void whatIsStillTrueIsVerified() {
    builders().image("c", AMD64, USE);
    Builders builders = builders();
    BuilderImage image = builders.image("c", AMD64, USE);
    assertThat(builders.verify(List.of(image))).isTrue();
  }

  @Test
  void aPinnedBaseIsNotLookedFor() {
    String digest = "sha256:" + "0".repeat(64);
    dockerfile("c", "FROM --platform=$BUILDPLATFORM debian@" + digest + "\n");
    assertThat(builders().image("c", AMD64, USE).bases())
        .containsExactly(java.util.Map.entry("debian@" + digest, digest));
    assertThat(engine.calls()).containsExactly("probe");
  }

  @ParameterizedTest
  @CsvSource({
    "FROM debian:12, linux/arm64, linux/amd64, false",
    "FROM busybox:arm64, linux/arm64, linux/arm64, true",
    "FROM busybox:arm64, linux/amd64, linux/arm64, true",
    "FROM busybox:$TARGETARCH, linux/arm64, linux/arm64, true",
    "FROM --platform=$TARGETPLATFORM scratch, linux/arm64, linux/arm64, true",
    "FROM --platform=$BUILDPLATFORM debian:12, linux/arm64, linux/amd64, false",
    "FROM scratch, linux/arm64, linux/amd64, false",
    "FROM not-here:1, linux/arm64, linux/amd64, false",
  })
  void runsOnThePlatformOfItsImage(String from, String target, String platform, boolean emulated) {
    engine.with("busybox:arm64", 5, "linux/arm64");
    dockerfile("c", from + "\n");
    BuilderImage image = builders().image("c", PLATFORMS.parse(target, USE), USE);
    assertThat(image.platform().name()).isEqualTo(platform);
    assertThat(image.emulated()).isEqualTo(emulated);
  }

  @Test
  void isOneForAllTargetsUnlessItSpeaksOfThem() {
    assertThat(builders().image("c", ARM64, USE).digest())
        .isEqualTo(builders().image("c", AMD64, USE).digest());
    dockerfile("c", "FROM debian:12\nARG TARGETARCH\nRUN install-for $TARGETARCH\n");
    assertThat(builders().image("c", ARM64, USE).digest())
        .isNotEqualTo(builders().image("c", AMD64, USE).digest());
  }

  @Test
  void anythingThatShapesItChangesItsDigest() throws IOException {
    engine.with("debian:11", 1, "linux/amd64");
    List<String> digests = new ArrayList<>();
    digests.add(digest());
    dockerfile("c", "FROM debian:12\nRUN make \n");
    digests.add(digest());
    dockerfile("c", "FROM debian:11\nRUN make \n");
    digests.add(digest());
    StoreFixture.write(root.resolve("config/builders/c/tool"), "1");
    digests.add(digest());
    StoreFixture.write(root.resolve("config/builders/c/tool"), "2");
    digests.add(digest());
    assertThat(root.resolve("config/builders/c/tool").toFile().setExecutable(true)).isTrue();
    digests.add(digest());
    Files.move(
        root.resolve("config/builders/c/tool"), root.resolve("config/builders/c/other-tool"));
    digests.add(digest());
    engine.with("debian:11", 7, "linux/amd64");
    Builders verified = builders();
    verified.verify(List.of(verified.image("c", AMD64, USE)));
    digests.add(verified.image("c", AMD64, USE).digest());
    Set<String> distinct = new LinkedHashSet<>(digests);
    assertThat(distinct).hasSameSizeAs(digests);
  }

  @Test
  void isMadeOnceAndFoundAgain() {
    List<String> lines = new ArrayList<>();
    Builders builders = builders();
    BuilderImage image = builders.image("c", AMD64, USE);
    engine.forget();
    assertThat(builders.make(image, lines::add)).isEqualTo(builders.make(image, lines::add));
    assertThat(engine.calls())
        .containsExactly(
            "image " + image.reference(),
            "build " + image.reference() + " linux/amd64 {}",
            "image " + image.reference());
    assertThat(lines).first().isEqualTo("making the builder c for linux/amd64");

    Builders later = builders();
    engine.forget();
    later.make(later.image("c", AMD64, USE), lines::add);
    assertThat(engine.calls()).containsExactly("image " + image.reference());
  }

  @Test
  void fetchesABaseThatIsNotThere() {
    dockerfile("c", "FROM debian:13\n");
    builders().image("c", ARM64, USE);
    assertThat(engine.calls()).contains("pull debian:13 linux/amd64");
  }

  @Test
  void fetchesNothingOffline() {
    dockerfile("c", "FROM debian:13\n");
    assertThatThrownBy(() -> builders(Fetching.FORBIDDEN).image("c", ARM64, USE))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("image-missing: config/builders/c.Dockerfile")
        .hasMessageContaining("debian:13");
    assertThat(engine.calls()).noneMatch(call -> call.startsWith("pull"));
  }

  @Test
  void saysWhenThereIsNoSuchBuilder() {
    assertThatThrownBy(() -> builders().image("d", AMD64, USE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              Problem problem = e.problems().get(0);
              assertThat(problem.toString())
                  .startsWith("config-invalid: config/components.yaml:4:7: there is no builder d")
                  .contains("one of c");
              assertThat(problem.remedy()).isNotEqualTo(Remedy.NONE);
            });
    assertThatThrownBy(() -> builders().image("../c", AMD64, USE))
        .hasMessageContaining("not a name of a builder");
  }

  @Test
  void gathersWhatIsWrongInADockerfile() {
    dockerfile("c", "FROM $A\nFROM $B\n");
    assertThatThrownBy(() -> builders().image("c", AMD64, USE))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  private String digest() {
    return builders().image("c", AMD64, USE).digest();
  }

  private Builders builders() {
    return builders(Fetching.ALLOWED);
  }

  private Builders builders(Fetching fetching) {
    return new Builders(
        new RepositoryRoot(root),
        PLATFORMS,
        Store.open(storeRoot).memory("builders"),
        engine,
        fetching,
        Progress.none());
  }

  private void dockerfile(String name, String text) {
    StoreFixture.write(root.resolve("config/builders/" + name + ".Dockerfile"), text);
  }
}
