package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.collector.distribution.ComponentKind;
import dev.ocelot.packaging.collector.upstream.Makefile.Include;
import dev.ocelot.packaging.collector.upstream.Wrapper.Demand;
import dev.ocelot.packaging.source.git.GitRevision;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a checked-out upstream collector. */
public final class UpstreamReader {
  /** The module whose version is the collector's. */
  static final String OTELCOL = "go.opentelemetry.io/collector/otelcol";

  private static final String COLLECTOR = "collector";
  private static final String COMPONENTS = COLLECTOR + "/lambdacomponents";
  private static final int MOST_INCLUDES = 20;

  private final Path root;
  private final GitRevision revision;
  private final Problems problems;

  private UpstreamReader(Path root, GitRevision revision, Problems problems) {
    this.root = root;
    this.revision = revision;
    this.problems = problems;
  }

  /**
   * Reads what a layer is built from.
   *
   * @param checkoutRoot the checked-out files
   * @param revision their commit
   * @param problems hears of everything that is not as it is in a collector that can be built here
   * @return the upstream; empty after a problem
   */
  public static Optional<Upstream> read(
      Path checkoutRoot, GitRevision revision, Problems problems) {
    return new UpstreamReader(checkoutRoot, revision, problems).read();
  }

  private String shown(String path) {
    return revision.location().shown() + "@" + revision.ref() + ":" + path;
  }

  private Optional<Upstream> read() {
    if (!isFolder(COLLECTOR)) {
      missing(COLLECTOR, "a folder with the collector's sources");
      return Optional.empty();
    }
    Optional<GoModFile> goMod =
        required(COLLECTOR + "/go.mod").flatMap(text -> GoModFile.read(text, problems));
    Optional<String> version = goMod.flatMap(this::version);
    Optional<UpstreamRecipe> recipe = required(COLLECTOR + "/Makefile").flatMap(this::recipe);
    if (!isFolder(COMPONENTS)) {
      missing(COMPONENTS, "a folder with a wrapper for each component");
      return Optional.empty();
    }
    List<Wrapper> wrappers = wrappers();
    TagVocabulary vocabulary = vocabulary(wrappers);
    if (version.isEmpty() || recipe.isEmpty()) {
      return Optional.empty();
    }
    return goMod.map(
        mod ->
            new Upstream(
                revision,
                root.resolve(COLLECTOR),
                version.get(),
                mod,
                new ModuleVersions(mod, version.get()),
                wrappers,
                vocabulary,
                recipe.get()));
  }

  private boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private void missing(String path, String expected) {
    problems.add(
        UpstreamProblems.invalid(
            Location.of(shown(path)), "upstream has no " + path, "nothing", expected));
  }

  private Optional<SourceText> required(String path) {
    if (!Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      missing(path, "a file");
      return Optional.empty();
    }
    return SourceText.read(root.resolve(path), shown(path), problems);
  }

  /** As {@code make set-otelcol-version} has it, which also finds it on a line by itself. */
  private Optional<String> version(GoModFile goMod) {
    Optional<String> version = goMod.versionOf(OTELCOL).filter(v -> v.matches("v[0-9].*"));
    if (version.isEmpty()) {
      problems.add(
          UpstreamProblems.invalid(
              Location.of(shown(COLLECTOR + "/go.mod")),
              "upstream does not say the collector's version",
              "no such line",
              "require " + OTELCOL + " v…"));
    }
    return version;
  }

  private Optional<UpstreamRecipe> recipe(SourceText text) {
    Makefile makefile = new Makefile();
    makefile.read(text);
    int read = 0;
    for (List<Include> next = makefile.takeIncludes(); !next.isEmpty(); ) {
      for (Include include : next) {
        if (++read > MOST_INCLUDES || !include(makefile, include)) {
          return Optional.empty();
        }
      }
      next = makefile.takeIncludes();
    }
    return new RecipeReader(makefile, text.shownAs(), problems).read();
  }

  private boolean include(Makefile makefile, Include include) {
    Path collector = root.resolve(COLLECTOR);
    String path = include.path();
    if (!path.matches("[A-Za-z0-9_./-]+")
        || !collector.resolve(path).normalize().startsWith(root)) {
      problems.add(
          UpstreamProblems.invalid(
              include.location(), "an included makefile cannot be told", path, "one plain path"));
      return false;
    }
    String name = root.relativize(collector.resolve(path).normalize()).toString();
    Optional<SourceText> text = required(name);
    text.ifPresent(makefile::read);
    return text.isPresent();
  }

  private List<Wrapper> wrappers() {
    List<Wrapper> wrappers = new ArrayList<>();
    for (String kind : ComponentKind.words()) {
      String folder = COMPONENTS + "/" + kind;
      for (Path file : Overlay.list(root.resolve(folder), shown(folder), problems)) {
        read(file, folder, kind).ifPresent(wrappers::add);
      }
    }
    return wrappers;
  }

  private Optional<Wrapper> read(Path file, String folder, String kind) {
    String name = file.getFileName().toString();
    if (!name.endsWith(".go") || name.endsWith("_test.go")) {
      return Optional.empty();
    }
    return Wrapper.read(file, shown(folder + "/" + name), kind, Demand.NOTHING, problems);
  }

  private TagVocabulary vocabulary(List<Wrapper> wrappers) {
    SortedSet<String> tags = new TreeSet<>();
    wrappers.forEach(wrapper -> tags.addAll(wrapper.tags()));
    for (String name : List.of("custom.go", "default.go")) {
      Path file = root.resolve(COMPONENTS).resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        read(file, COMPONENTS, "").ifPresent(choice -> tags.addAll(choice.tags()));
      }
    }
    return TagVocabulary.of(tags, revision);
  }
}
