package dev.ocelot.tag.script;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.PathOrder;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.ComponentSettings.DeclaredInput;
import dev.ocelot.tag.component.InputGlob;
import dev.ocelot.tag.component.RepositoryRoot;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Expands the entries of {@code inputs:} to files, each glob sorted by bytes. */
final class GlobExpansion {
  private final RepositoryRoot root;

  GlobExpansion(RepositoryRoot root) {
    this.root = root;
  }

  /**
   * Expands entries.
   *
   * @return the files in order; a plain path stands for itself whether it exists or not
   * @throws ProblemException {@code input-missing} for globs that match nothing
   */
  List<TagInput> expand(List<DeclaredInput> entries) {
    Problems problems = new Problems();
    List<TagInput> inputs = new ArrayList<>();
    for (DeclaredInput entry : entries) {
      try {
        for (String path : paths(entry)) {
          inputs.add(new TagInput(path, root.resolve(path), entry.location()));
        }
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    problems.throwIfErrors();
    return inputs;
  }

  private Iterable<String> paths(DeclaredInput entry) {
    InputGlob glob = InputGlob.parse(entry.glob());
    if (!glob.isGlob()) {
      return List.of(glob.plainPath());
    }
    TreeSet<String> found = new TreeSet<>(PathOrder.BY_BYTES);
    new Expansion(glob.segments(), entry.location(), found).from(root.path(), "", 0);
    if (found.isEmpty()) {
      throw new ProblemException(
          Problem.error(ProblemId.INPUT_MISSING, "input '" + entry.glob() + "' matches no file")
              .at(entry.location())
              .withRemedy(Remedy.advice("Correct the pattern, or remove it")));
    }
    return found;
  }

  private record Expansion(
      List<InputGlob.Segment> segments, Location location, TreeSet<String> found) {

    /** Follows the segments from one on, within a folder. */
    void from(Path folder, String prefix, int index) {
      InputGlob.Segment segment = segments.get(index);
      boolean last = index == segments.size() - 1;
      if (segment.anyDepth()) {
        if (!last) {
          from(folder, prefix, index + 1);
        }
        for (FolderListing.Entry entry : listing(folder)) {
          if (last && !entry.name().startsWith(".")) {
            addFile(entry, prefix);
          }
          // links are not followed here, as they might lead up again
          if (!entry.name().startsWith(".")
              && Files.isDirectory(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
            from(entry.path(), prefix + entry.name() + "/", index);
          }
        }
      } else if (!segment.literal().isEmpty()) {
        Path path = folder.resolve(segment.literal());
        step(new FolderListing.Entry(segment.literal(), path, true), prefix, index, last);
      } else {
        for (FolderListing.Entry entry : listing(folder)) {
          if (segment.matches(entry.name())) {
            step(entry, prefix, index, last);
          }
        }
      }
    }

    private void step(FolderListing.Entry entry, String prefix, int index, boolean last) {
      if (last) {
        addFile(entry, prefix);
      } else if (Files.isDirectory(entry.path())) {
        from(entry.path(), prefix + entry.name() + "/", index + 1);
      }
    }

    /** Whatever is no folder counts: whoever reads it says why it cannot be an input. */
    private void addFile(FolderListing.Entry entry, String prefix) {
      if (Files.exists(entry.path(), LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(entry.path())) {
        entry.requireAddressable(prefix, location);
        found.add(prefix + entry.name());
      }
    }

    private List<FolderListing.Entry> listing(Path folder) {
      return Files.isDirectory(folder) ? FolderListing.of(folder, location) : List.of();
    }
  }
}
