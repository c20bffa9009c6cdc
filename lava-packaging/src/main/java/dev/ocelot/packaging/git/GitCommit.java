package dev.ocelot.packaging.git;

import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.component.RepositoryRoot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The commit that a work tree stands on. */
public final class GitCommit {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ProcessRunner processes;
  private final RepositoryRoot root;

  /**
   * Of one repository.
   *
   * @param processes starts git
   * @param root the repository
   */
  public GitCommit(ProcessRunner processes, RepositoryRoot root) {
    this.processes = processes;
    this.root = root;
  }

  /**
   * Asks git.
   *
   * @return the commit's full id; empty without git or outside a work tree
   */
  public String id() {
    List<String> lines = new ArrayList<>();
    ProcessRequest request =
        ProcessRequest.of(List.of("git", "rev-parse", "--verify", "HEAD"), ProcessLimits.of(LIMIT))
            .withDirectory(root.path())
            .withOutput(ProcessOutput.lines(lines::add));
    try {
      return processes.run(request).succeeded() && lines.size() == 1 ? lines.get(0) : "";
    } catch (ProblemException noGit) {
      return "";
    }
  }
}
