package dev.ocelot.packaging.git;

import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.explain.TagHistory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revisions that wrote a declared value, and files as they were in them.
 *
 * <p>Without git, outside a work tree or beyond a shallow clone there is no history, which is no
 * problem of the user's.
 */
public final class GitHistory implements TagHistory {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_REVISIONS = 5;
  private static final int MOST_BYTES = 64 << 20;

  private final ProcessRunner processes;
  private final RepositoryRoot root;

  /**
   * Of one repository.
   *
   * @param processes starts git
   * @param root the repository; perhaps a folder within git's work tree
   */
  public GitHistory(ProcessRunner processes, RepositoryRoot root) {
    this.processes = processes;
    this.root = root;
  }

  @Override
  public List<Revision> revisions(String declaredTagsFile, String declaredKey, Tag declared) {
    Optional<byte[]> found =
        git(
            "log",
            // A user's settings must not add to the output, nor run a program of the repository's.
            "--no-show-signature",
            "--no-textconv",
            "--no-ext-diff",
            "--format=%H",
            "--max-count=" + MOST_REVISIONS,
            "-S" + declared.text(),
            "--",
            declaredTagsFile);
    List<String> ids =
        new ArrayList<>(
            found
                .map(b -> new String(b, StandardCharsets.US_ASCII).lines().toList())
                .orElse(List.of()));
    Collections.reverse(ids); // the newest one may have removed the value; the oldest has set it
    return ids.stream().<Revision>map(At::new).toList();
  }

  private final class At implements Revision {
    private final String commit;

    At(String commit) {
      this.commit = commit;
    }

    @Override
    public String id() {
      return commit.substring(0, Math.min(12, commit.length()));
    }

    @Override
    public Optional<byte[]> read(String path) {
      return git("cat-file", "blob", commit + ":./" + path);
    }

    @Override
    public List<String> list(String folder) {
      Optional<byte[]> names =
          git("ls-tree", "-r", "-z", "--name-only", commit, "--", folder + "/");
      return names
          .map(bytes -> Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\0")))
          .orElse(List.of())
          .stream()
          .filter(name -> !name.isEmpty())
          .toList();
    }
  }

  /** What git prints, or empty when it does not know. */
  private Optional<byte[]> git(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "--no-optional-locks"));
    argv.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProcessRequest request =
        ProcessRequest.of(argv, ProcessLimits.of(LIMIT))
            .withDirectory(root.path())
            .withEnvironment(
                ProcessEnvironment.inheritedPlus(
                    Map.of("LC_ALL", "C", "GIT_OPTIONAL_LOCKS", "0", "GIT_LITERAL_PATHSPECS", "1")))
            .withOutput(ProcessOutput.bytes(stdout -> out.write(stdout.readNBytes(MOST_BYTES))));
    try {
      return processes.run(request).succeeded() ? Optional.of(out.toByteArray()) : Optional.empty();
    } catch (ProblemException noGit) {
      return Optional.empty();
    }
  }
}
