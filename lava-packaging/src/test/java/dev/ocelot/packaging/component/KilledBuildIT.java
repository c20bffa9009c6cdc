package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ocelot.packaging.lock.OtherProcess;
import dev.ocelot.packaging.store.StoreFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed in the middle of a build, and the run after it. */
@Timeout(600)
class KilledBuildIT {
  private static final String BUILD = "build: { builder: busybox, timeout: 20m }\n";

  private final Path folder;
  private final BuildsFixture fixture;

  KilledBuildIT(@TempDir Path folder) {
    this.folder = folder;
    this.fixture = new BuildsFixture(folder, EngineUnderTest.real());
    fixture
        .repository()
        .with("config/builders/busybox.Dockerfile", "FROM ocelot-it/busybox:1-amd64\n");
  }

  /** Run in another JVM: builds what is in a folder. */
  static final class Run {
    private Run() {}

    public static void main(String[] arguments) {
      new BuildsFixture(Path.of(arguments[0]), EngineUnderTest.real()).build();
      System.out.println("done");
    }
  }

  @Test
  void leavesNothingThatTheNextRunDoesNotRemove() throws IOException {
    String name = "killed-" + ProcessHandle.current().pid();
    String script = "echo it runs; while :; do sleep 1; done\n";
    fixture.repository().component(name, script, BUILD);
    Path log = fixture.output("logs/" + name + "-amd64.log");
    try (OtherProcess run = OtherProcess.start(Run.class, folder)) {
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> Files.exists(log) && Files.readString(log).contains("it runs"));
      assertThat(EngineUnderTest.containers(name)).hasSize(1);
      run.kill();
    }
    assertThat(StoreFixture.below(fixture.store().resolve("scratch"))).isNotEmpty();

    fixture.repository().component(name, "echo > $ARTIFACTS_DIR/out\n", BUILD);
    fixture.build().result().throwIfFailed();

    assertThat(EngineUnderTest.containers(name)).isEmpty();
    assertThat(StoreFixture.below(fixture.store().resolve("scratch"))).isEmpty();
    assertThat(fixture.output("components/" + name + "/" + name + "-amd64.zip")).exists();
  }
}
