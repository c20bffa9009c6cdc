package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.Packing;
import dev.ocelot.packaging.archive.TreeEntry;
import dev.ocelot.packaging.artifact.PackedTree;
import dev.ocelot.packaging.binary.NativeFiles;
import dev.ocelot.packaging.progress.BuildLog;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Checks what a script left, puts the tag into it and packs it. */
final class PackedArtifact {
  private static final String TAGS = "ocelot/tags/";

  private final BuildJob job;

  PackedArtifact(BuildJob job) {
    this.job = job;
  }

  /**
   * Packs.
   *
   * @param artifacts what the script left
   * @param log what it printed, for a problem
   * @param output gets the archives, see {@link PackedTree}
   * @throws ProblemException {@code build-failed} when there is nothing, {@code
   *     wrong-architecture}, {@code archive-unsafe}
   */
  void write(Path artifacts, BuildLog log, Path output) {
    FileTree tree = FileTree.scan(artifacts);
    if (tree.entries().stream().allMatch(TreeEntry.Directory.class::isInstance)) {
      throw new BuildEnd(job, log).empty();
    }
    List<Problem> problems =
        new NativeFiles(job.platform()).check(tree).stream().map(this::named).toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    FileTree tagged = tree.with(TAGS + job.variable(), tagFile(), false);
    ComponentBuildSettings.Format format = job.settings().packing();
    PackedTree.Writer packed =
        PackedTree.writer(tagged, output)
            .archive(packing(format.format(), format.level()), archive(job));
    if (job.isLayer() && !layer(job).equals(archive(job))) {
      packed.archive(packing(ArchiveFormat.ZIP, ArchiveFormat.ZIP.defaultLevel()), layer(job));
    }
    packed.end();
  }

  /** The archive's name in a store entry. */
  static String archive(BuildJob job) {
    return job.baseName() + "." + job.settings().packing().format().extension();
  }

  /** The layer's name in a store entry; the archive itself when that is a zip. */
  static String layer(BuildJob job) {
    return job.baseName() + "." + ArchiveFormat.ZIP.extension();
  }

  private byte[] tagFile() {
    return job.tagged().tag().tag().text().getBytes(StandardCharsets.US_ASCII);
  }

  private Problem named(Problem problem) {
    return new Problem(
        problem.id(),
        problem.severity(),
        "component " + job.component() + " for " + job.platform() + ": " + problem.message(),
        problem.location(),
        problem.got(),
        problem.expected(),
        problem.remedy());
  }

  private Packing packing(ArchiveFormat format, int level) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new Packing(format, level, job.settings().packing().epoch(), threads);
  }
}
