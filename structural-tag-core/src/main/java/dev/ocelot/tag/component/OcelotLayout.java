package dev.ocelot.tag.component;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layout of its own: {@code components/<c>/build.sh}, where the folder is the component. */
public final class OcelotLayout implements ComponentLayout {
  static final String DECLARED_TAGS = "config/conditional-build-image-tags.yml";
  static final String FOLDER = "components";
  static final String SCRIPT = "build.sh";

  @Override
  public String id() {
    return "ocelot";
  }

  @Override
  public boolean present(RepositoryRoot root) {
    return Files.isRegularFile(root.path().resolve(DECLARED_TAGS))
        || Files.isDirectory(root.path().resolve(FOLDER));
  }

  @Override
  public String declaredTagsFile() {
    return DECLARED_TAGS;
  }

  @Override
  public String scriptOf(ComponentName name) {
    return FOLDER + "/" + name + "/" + SCRIPT;
  }

  @Override
  public Optional<String> folderOf(ComponentName name) {
    return Optional.of(FOLDER + "/" + name);
  }

  @Override
  public List<ComponentName> discover(RepositoryRoot root, ParallelMap work, Problems problems) {
    Path components = root.path().resolve(FOLDER);
    List<ComponentName> names = new ArrayList<>();
    if (!Files.isDirectory(components)) {
      return names;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(components)) {
      for (Path folder : folders) {
        // also what is no regular file: whoever reads it says why it cannot be a script
        if (Files.exists(folder.resolve(SCRIPT), LinkOption.NOFOLLOW_LINKS)) {
          named(folder, problems).ifPresent(names::add);
        }
      }
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemId.FILE_ACCESS, "the folder " + FOLDER + " cannot be listed: " + e)
              .at(Location.of(FOLDER)));
    }
    names.sort(null);
    return names;
  }

  private static Optional<ComponentName> named(Path folder, Problems problems) {
    Optional<ComponentName> name = ComponentName.parse(String.valueOf(folder.getFileName()));
    if (name.isEmpty()) {
      String text = onOneLine(String.valueOf(folder.getFileName()));
      problems.add(
          Problem.error(
                  ProblemId.CONFIG_INVALID, "the folder '" + text + "' cannot name a component")
              .at(Location.of(FOLDER + "/" + text))
              .comparing("'" + text + "'", ComponentName.RULE)
              .withRemedy(Remedy.advice("Rename the folder")));
    }
    return name;
  }

  /** Line ends would tear a message apart. */
  private static String onOneLine(String name) {
    return name.replace("\n", "\\n").replace("\r", "\\r");
  }

  @Override
  public String toString() {
    return id();
  }
}
