package dev.ocelot.packaging.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.git.GitCheckouts.Network;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not get out of a checkout, or into it. */
@Timeout(120)
class HostileRepositoryTest extends CheckoutsFixture {
  HostileRepositoryTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void aPasswordIsNeitherShownNorKept() throws IOException {
    GitLocation location = location("http://me:s3cr3t@127.0.0.1:1/x.git");
    assertThatThrownBy(() -> online().resolve(location, "main"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("http://127.0.0.1:1/x.git cannot be read")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cr3t"));
    assertThat(String.join("\n", commands)).contains("ls-remote").doesNotContain("s3cr3t");
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("s3cr3t");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../outside", "collector/../../outside", "loop"})
  void aLinkThatLeavesTheTreeIsRefused(String target) throws IOException {
    Files.createSymbolicLink(upstream.folder().resolve("loop"), Path.of(target));
    upstream.commit("link");
    GitRevision revision = online().resolve(location("upstream"), "main");
    assertThatThrownBy(() -> checkout(revision))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("checkout-unsafe: commit " + revision.commit())
        .hasMessageContaining("'loop', which is a link out of the folder, to '" + target + "'");
    assertThat(checkoutsKept()).isEmpty();
  }

  private List<String> checkoutsKept() throws IOException {
    try (Stream<Path> found = Files.walk(cache, 2)) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{40}.*"))
          .toList();
    }
  }

  @Test
  void aNameThatLeavesTheTreeIsRefused() {
    String blob = upstream.git("rev-parse", "HEAD:collector/go.mod");
    upstream.git(
        "-c",
        "alias.make=!printf '100644 blob "
            + blob
            + "\\tx' | git mktree | { read t;"
            + " printf '040000 tree '$t'\\t..' | git mktree; } | xargs -I T git commit-tree -m m T"
            + " | xargs git branch evil",
        "make");
    GitRevision revision = online().resolve(location("upstream"), "evil");
    assertThatThrownBy(() -> checkout(revision))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds '../x', which is no path below a folder");
  }

  @Test
  void aCancelledCheckoutLeavesNothing() throws IOException {
    GitRevision revision = online().resolve(location("upstream"), "main");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> checkout(revision)).isInstanceOf(CancelledException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    ProcessRunner cancelling =
        request -> {
          if (request.command().contains("cat-file --batch")) {
            throw new CancelledException(request.command());
          }
          return new LocalProcessRunner().run(request);
        };
    GitCheckouts cancelled =
        new GitCheckouts(cache, cancelling, System.getenv(), Network.ONLINE, Progress.none());
    assertThatThrownBy(() -> cancelled.checkout(revision)).isInstanceOf(CancelledException.class);
    assertThat(checkoutsKept()).isEmpty();
    assertThat(checkout(revision)).exists();
  }

  @Test
  void theUsersSettingsRunNothing() throws IOException {
    Path ran = folder.resolve("ran");
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        home.resolve(".gitconfig"),
        "[core]\n  sshCommand = touch "
            + ran
            + "\n  fsmonitor = touch "
            + ran
            + "\n[credential]\n  helper = \"!touch "
            + ran
            + "\"\n[url \"ext::touch "
            + ran
            + "\"]\n  insteadOf = file://\n");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(Map.of("HOME", home.toString(), "GIT_DIR", ran.toString()));
    GitCheckouts checkouts =
        new GitCheckouts(
            cache, new LocalProcessRunner(), environment, Network.ONLINE, Progress.none());
    GitRevision revision = checkouts.resolve(location("file://" + upstream.folder()), "main");
    assertThat(checkouts.checkout(revision)).exists();
    assertThat(ran).doesNotExist();
  }

  @Test
  void severalThreadsShareOneCache() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Path> task =
          () -> {
            GitCheckouts checkouts =
                new GitCheckouts(
                    cache,
                    (ProcessRequest request) -> new LocalProcessRunner().run(request),
                    System.getenv(),
                    Network.ONLINE,
                    Progress.none());
            return checkouts.checkout(checkouts.resolve(location("upstream"), "main"));
          };
      List<Path> trees = new ArrayList<>();
      for (Future<Path> future : threads.invokeAll(List.of(task, task, task, task))) {
        trees.add(future.get());
      }
      assertThat(trees).hasSize(4).containsOnly(trees.get(0));
    } finally {
      threads.shutdownNow();
    }
  }
}
