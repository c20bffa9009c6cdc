package dev.ocelot.tag.script;

import dev.ocelot.problem.Location;
import dev.ocelot.tag.PathOrder;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.RepositoryRoot;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a component's folder: all regular ones at any depth, without links, hidden names and
 * what editors and patch programs leave behind, sorted by the bytes of their paths.
 */
final class FolderInputs {
  private static final List<String> LEFT_BEHIND = List.of("~", ".orig", ".rej");

  private final RepositoryRoot root;

  FolderInputs(RepositoryRoot root) {
    this.root = root;
  }

  /** The files of a folder but for the script; both are relative to the root. */
  List<TagInput> of(String folder, String script) {
    List<TagInput> inputs = new ArrayList<>();
    collect(root.resolve(folder), folder + "/", Location.of(folder), inputs);
    inputs.removeIf(input -> input.path().equals(script));
    inputs.sort(Comparator.comparing(TagInput::path, PathOrder.BY_BYTES));
    return inputs;
  }

  private static void collect(
      Path folder, String prefix, Location location, List<TagInput> inputs) {
    for (FolderListing.Entry entry : FolderListing.of(folder, location)) {
      if (entry.name().startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
        collect(entry.path(), prefix + entry.name() + "/", location, inputs);
      } else if (Files.isRegularFile(entry.path(), LinkOption.NOFOLLOW_LINKS)
          && LEFT_BEHIND.stream().noneMatch(entry.name()::endsWith)) {
        entry.requireAddressable(prefix, location);
        inputs.add(new TagInput(prefix + entry.name(), entry.path(), location));
      }
    }
  }
}
