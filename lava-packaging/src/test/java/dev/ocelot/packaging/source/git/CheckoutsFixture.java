package dev.ocelot.packaging.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.source.git.GitCheckouts.Network;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository with two commits, and a cache of checkouts that counts its commands. */
abstract class CheckoutsFixture {
  final Path folder;
  final Path cache;
  final List<String> commands = new ArrayList<>();
  final SmallRepository upstream;
  final String first;
  final String second;

  CheckoutsFixture(Path folder) throws IOException {
    this.folder = folder;
    this.cache = folder.resolve("cache");
    this.upstream = SmallRepository.in(folder.resolve("upstream"));
    first = upstream.file("collector/go.mod", "module m\n").commit("first");
    upstream.git("tag", "-a", "-m", "annotated", "layer-collector/0.15.0");
    second = upstream.file("collector/go.mod", "module m2\n").commit("second");
    upstream.git("tag", "light");
  }

  GitCheckouts checkouts(Network network) {
    ProcessRunner counting =
        request -> {
          synchronized (commands) {
            commands.add(request.command());
          }
          return new LocalProcessRunner().run(request);
        };
    return new GitCheckouts(cache, counting, System.getenv(), network, Progress.none());
  }

  GitCheckouts online() {
    return checkouts(Network.ONLINE);
  }

  GitCheckouts offline() {
    return checkouts(Network.OFFLINE);
  }

  GitLocation location(String text) {
    Problems problems = new Problems();
    GitLocation location =
        GitLocation.parse(text, folder, Location.NONE, problems).orElseThrow(AssertionError::new);
    assertThat(problems.all()).isEmpty();
    return location;
  }

  List<GitLocation> forms() {
    return List.of(location("upstream"), location("file://" + upstream.folder()));
  }

  Path checkout(GitRevision revision) {
    return online().checkout(revision);
  }

  List<String> fetches() {
    return commands.stream().filter(c -> c.contains(" fetch ") || c.contains("ls-remote")).toList();
  }
}
