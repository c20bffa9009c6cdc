package dev.ocelot.packaging.source.git;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.store.FileTreeRemoval;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was fetched of one repository: a bare repository of our own without settings. Written only
 * by who holds the repository's lock.
 */
final class GitMirror {
  private static final String WHOLE = "ocelot-whole-history";

  private final Path repository;
  private final GitLocation location;
  private final GitCommandLine git;

  GitMirror(Path repository, GitLocation location, GitCommandLine git) {
    this.repository = repository;
    this.location = location;
    this.git = git;
  }

  /** Makes the repository when it is missing, and takes away what a killed fetch left in it. */
  void prepare() throws IOException {
    if (Files.isRegularFile(repository.resolve("HEAD"))) {
      removeLeftovers(repository);
      removeLeftovers(repository.resolve("objects/pack"));
      return;
    }
    Path fresh = repository.resolveSibling(repository.getFileName() + ".new");
    FileTreeRemoval.remove(fresh);
    FileTreeRemoval.remove(repository);
    try {
      git.local(fresh, List.of("init", "--quiet", "--bare", "--template="), request -> request)
          .orProblem(ProblemId.FILE_ACCESS, "the cache of git repositories cannot be made", FREE);
      Files.move(fresh, repository, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTreeRemoval.remove(fresh);
    }
  }

  private static final Remedy FREE =
      Remedy.advice("See that the folder of the cache can be written and its disk has room");

  private static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{*.lock,tmp_*}")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Forgets everything. */
  void discard() throws IOException {
    FileTreeRemoval.remove(repository);
  }

  /** Whether a commit is here. */
  boolean has(String commit) {
    return Files.isRegularFile(repository.resolve("HEAD"))
        && lines("cat-file", "-t", commit).equals(List.of("commit"));
  }

  /** Whether something else than a commit is here by that id. */
  boolean hasOther(String id) {
    List<String> type = lines("cat-file", "-t", id);
    return !type.isEmpty() && !type.equals(List.of("commit"));
  }

  /** Commits whose id begins so. */
  List<String> commitsBeginningWith(String digits) {
    return lines("rev-parse", "--disambiguate=" + digits).stream().filter(this::has).toList();
  }

  /** Whether the whole history was fetched once, so that the beginnings of ids can be looked up. */
  boolean isWhole() {
    return Files.exists(repository.resolve(WHOLE));
  }

  void remember(String ref, String commit) {
    git.local(repository, List.of("update-ref", memory(ref), commit), request -> request)
        .orProblem(ProblemId.FILE_ACCESS, "the cache of git repositories cannot be written", FREE);
  }

  /** What a ref stood for when it was last asked for. */
  Optional<String> remembered(String ref) {
    return lines("rev-parse", "--verify", "--quiet", memory(ref) + "^{commit}").stream()
        .findFirst();
  }

  private static String memory(String ref) {
    return "refs/ocelot/resolved/" + Digest.SHA256.of(ref);
  }

  /** Asks the repository for its names. */
  RemoteRefs remoteRefs() {
    List<String> lines = new ArrayList<>();
    ProcessResult result =
        git.remote(
            repository,
            location,
            List.of("ls-remote", "--quiet", "--", GitCommandLine.UPSTREAM),
            request -> request.withOutput(ProcessOutput.lines(lines::add)));
    if (!result.succeeded()) {
      throw new ProblemException(GitProblems.unreachable(location, result));
    }
    return new RemoteRefs(lines);
  }

  /** Fetches one commit without its history; a server may refuse that. */
  ProcessResult fetchCommit(String commit, Consumer<String> progress) {
    List<String> depth = isWhole() ? List.of() : List.of("--depth=1");
    return fetch(depth, List.of(commit + ":refs/ocelot/commits/" + commit), progress);
  }

  /**
   * Fetches all branches and tags with their history.
   *
   * @throws ProblemException when the repository does not give them
   */
  void fetchAll(Consumer<String> progress) throws IOException {
    boolean shallow = Files.exists(repository.resolve("shallow"));
    List<String> refs =
        List.of("+refs/heads/*:refs/upstream/heads/*", "+refs/tags/*:refs/upstream/tags/*");
    ProcessResult result = fetch(shallow ? List.of("--unshallow") : List.of(), refs, progress);
    if (!result.succeeded()) {
      throw new ProblemException(GitProblems.unreachable(location, result));
    }
    if (!isWhole()) {
      Files.createFile(repository.resolve(WHOLE));
    }
  }

  private ProcessResult fetch(List<String> options, List<String> refs, Consumer<String> progress) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "fetch",
                "--progress",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-recurse-submodules"));
    arguments.addAll(options);
    arguments.addAll(List.of("--", GitCommandLine.UPSTREAM));
    arguments.addAll(refs);
    return git.remote(repository, location, arguments, request -> request.withErrorLines(progress));
  }

  /** The id of a commit's tree. */
  Optional<String> treeId(String commit) {
    return lines("rev-parse", "--verify", "--quiet", commit + "^{tree}").stream().findFirst();
  }

  /** The listing of a commit's files, as git gives it. */
  Optional<String> listing(String commit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProcessResult result =
        git.local(
            repository,
            List.of("ls-tree", "-r", "-z", "--full-tree", commit),
            request -> request.withOutput(ProcessOutput.bytes(in -> in.transferTo(out))));
    return result.succeeded()
        ? Optional.of(out.toString(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Reads the contents of files, in their order. */
  ProcessResult blobs(List<TreeEntry> entries, BlobSink sink) {
    StringBuilder ids = new StringBuilder();
    entries.forEach(entry -> ids.append(entry.id()).append('\n'));
    byte[] input = ids.toString().getBytes(StandardCharsets.US_ASCII);
    return git.local(
        repository,
        List.of("cat-file", "--batch"),
        request -> blobRequest(request, input, new BlobReader(entries, sink)));
  }

  private static ProcessRequest blobRequest(
      ProcessRequest request, byte[] input, BlobReader reader) {
    return request
        .withInput(stdin -> stdin.write(input))
        .withOutput(ProcessOutput.bytes(reader::read));
  }

  private List<String> lines(String... arguments) {
    List<String> lines = new ArrayList<>();
    ProcessResult result =
        git.local(
            repository,
            List.of(arguments),
            request -> request.withOutput(ProcessOutput.lines(lines::add)));
    return result.succeeded() ? lines : List.of();
  }
}
