package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.FileTreeBuilder;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.check.CheckReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The script and inputs of a job, copied where nobody else writes. The tag is computed over the
 * copies, and the copies are what a build gets: it cannot see other bytes than those that were
 * named.
 */
final class Snapshot {
  private final Path folder;
  private final BuildJob job;

  private Snapshot(Path folder, BuildJob job) {
    this.folder = folder;
    this.job = job;
  }

  /**
   * Takes a snapshot.
   *
   * @param job whose inputs
   * @param folder an empty folder that nobody else knows
   * @throws ProblemException {@code tag-mismatch} when the inputs are not what the plan was made
   *     for, {@code input-missing}, {@code file-access}
   */
  static Snapshot take(BuildJob job, Path folder) {
    Snapshot snapshot = new Snapshot(folder, job);
    List<TagInput> copies = new ArrayList<>();
    List<TagInput> inputs = job.tagged().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      Path copy = snapshot.copy(inputs.get(i), job.executable().get(i));
      copies.add(new TagInput(inputs.get(i).path(), copy));
    }
    snapshot.compare(new TagCalculator(folder).describe(copies));
    return snapshot;
  }

  /** The first input. */
  Path script() {
    return place(job.tagged().inputs().get(0).path());
  }

  /** The snapshot as a container or folder gets it. */
  FileTree tree() {
    Map<String, Path> files = new LinkedHashMap<>();
    for (TagInput input : job.tagged().inputs()) {
      Path copy = place(input.path());
      files.put(folder.relativize(copy).toString(), copy);
    }
    FileTreeBuilder tree = FileTree.builder();
    files.forEach(tree::file);
    return tree.build();
  }

  private Path place(String path) {
    return folder.resolve(path).normalize();
  }

  private Path copy(TagInput input, boolean executable) {
    Path copy = place(input.path());
    if (!copy.startsWith(folder)) {
      throw refused(input, "is a path that leaves the repository");
    }
    try {
      Path file = input.file().toRealPath();
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw refused(input, "is not a regular file");
      }
      if (ExecutableBit.of(file) != executable) {
        throw changed("executable: " + !executable, "executable: " + executable, input.path());
      }
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(copy);
        Files.copy(in, copy);
      }
      ExecutableBit.set(copy, executable);
      return copy;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
                  ProblemId.INPUT_MISSING,
                  "input '" + input.path() + "' cannot be copied for the build: " + e)
              .at(Location.of(job.script())),
          e);
    }
  }

  private ProblemException refused(TagInput input, String why) {
    return new ProblemException(
        Problem.error(ProblemId.INPUT_MISSING, "input '" + input.path() + "' " + why)
            .at(Location.of(job.script())));
  }

  private void compare(ComputedTag now) {
    ComputedTag planned = job.tagged().tag();
    if (!now.tag().equals(planned.tag()) || !digests(now).equals(digests(planned))) {
      throw changed(now.tag().text(), planned.tag().text(), "what it is built from");
    }
  }

  private ProblemException changed(String got, String expected, String what) {
    return new ProblemException(
        Problem.error(
                CheckReport.TAG_MISMATCH,
                "component " + job.component() + ": " + what + " was changed after it was checked")
            .at(Location.of(job.script()))
            .comparing(got, expected)
            .withRemedy(Remedy.advice("run again when nothing writes to the repository any more")));
  }

  private static List<String> digests(ComputedTag tag) {
    return tag.inputs().stream().map(InputDigest::sha256).toList();
  }
}
