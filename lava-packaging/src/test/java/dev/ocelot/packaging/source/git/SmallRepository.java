package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository with a work tree, made for one test. */
record SmallRepository(Path folder) {

  static SmallRepository in(Path folder) throws IOException {
    Files.createDirectories(folder);
    SmallRepository repository = new SmallRepository(folder);
    repository.git("init", "-q", "--initial-branch=main");
    return repository;
  }

  String git(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e"));
    argv.addAll(List.of("-c", "gc.auto=0", "-c", "protocol.file.allow=always"));
    argv.addAll(List.of(arguments));
    Map<String, String> clean =
        Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_DATE", "2001-02-03T04:05:06Z",
            "GIT_COMMITTER_DATE", "2001-02-03T04:05:06Z",
            "LC_ALL", "C.UTF-8");
    List<String> lines = new ArrayList<>();
    new LocalProcessRunner()
        .run(
            ProcessRequest.of(argv, ProcessLimits.of(Duration.ofMinutes(1)))
                .withDirectory(folder)
                .withOutput(ProcessOutput.lines(lines::add))
                .withEnvironment(ProcessEnvironment.inheritedPlus(clean)))
        .orProblem(ProblemId.DEFECT, "git", Remedy.NONE);
    return String.join("\n", lines);
  }

  SmallRepository file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Commits all that is there. */
  String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return git("rev-parse", "HEAD");
  }
}
