package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.collector.distribution.ComponentKind;
import dev.ocelot.packaging.collector.upstream.Wrapper.Demand;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a repository lays over the upstream collector.
 *
 * @param wrappers below {@code components/collector/lambdacomponents}, by kind and name
 * @param common all files below {@code components/common}, by path
 */
public record Overlay(List<Wrapper> wrappers, List<CommonFile> common) {
  private static final String WRAPPERS = "components/collector/lambdacomponents";
  private static final String COMMON = "components/common";

  /**
   * One file that is laid over {@code collector/common}.
   *
   * @param path relative to that folder, with forward slashes
   * @param file where it is
   * @param sha256 of its bytes
   */
  public record CommonFile(String path, Path file, String sha256) {}

  /** Keeps copies. */
  public Overlay {
    wrappers = List.copyOf(wrappers);
    common = List.copyOf(common);
  }

  /**
   * Reads a repository's overlay. Names that begin with a dot are left out.
   *
   * @param repositoryRoot the repository's folder
   * @param problems hears of unknown and nested folders, links, and wrappers without a constraint
   * @return what is there; nothing when the folders are missing
   */
  public static Overlay read(Path repositoryRoot, Problems problems) {
    List<Wrapper> wrappers = new ArrayList<>();
    for (Path kind : list(repositoryRoot.resolve(WRAPPERS), WRAPPERS, problems)) {
      String name = kind.getFileName().toString();
      if (accepts(kind, name, problems)) {
        wrappers.addAll(ofKind(kind, name, problems));
      }
    }
    List<CommonFile> common = new ArrayList<>();
    collect(repositoryRoot.resolve(COMMON), "", common, problems);
    return new Overlay(wrappers, common);
  }

  private static boolean accepts(Path kind, String name, Problems problems) {
    String shown = WRAPPERS + "/" + name;
    if (Files.isDirectory(kind, LinkOption.NOFOLLOW_LINKS)
        && ComponentKind.words().contains(name)) {
      return true;
    }
    String nearest =
        NearMiss.nearest(name, ComponentKind.words())
            .map(near -> " (nearest: " + near + ")")
            .orElse("");
    problems.add(
        UpstreamProblems.wrapper(
            Location.of(shown),
            "this is no folder of a kind of components",
            name,
            "one of " + String.join(", ", ComponentKind.words()) + nearest));
    return false;
  }

  private static List<Wrapper> ofKind(Path folder, String kind, Problems problems) {
    String shownFolder = WRAPPERS + "/" + kind;
    List<Wrapper> wrappers = new ArrayList<>();
    for (Path file : list(folder, shownFolder, problems)) {
      String name = file.getFileName().toString();
      String shown = shownFolder + "/" + name;
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(
            UpstreamProblems.wrapper(
                    Location.of(shown),
                    "a folder of wrappers holds a folder",
                    name + "/",
                    "wrappers directly in " + shownFolder)
                .withRemedy(Remedy.advice("Move its .go files up into " + shownFolder)));
      } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(special(shown));
      } else if (name.endsWith(".go") && !name.endsWith("_test.go")) {
        Wrapper.read(file, shown, kind, Demand.CONSTRAINT, problems).ifPresent(wrappers::add);
      }
    }
    return wrappers;
  }

  private static void collect(
      Path folder, String prefix, List<CommonFile> files, Problems problems) {
    for (Path file : list(folder, (COMMON + "/" + prefix).replaceFirst("/$", ""), problems)) {
      String path = prefix + file.getFileName();
      String shown = COMMON + "/" + path;
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        collect(file, path + "/", files, problems);
      } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(special(shown));
      } else {
        digest(file, shown, problems)
            .ifPresent(sha256 -> files.add(new CommonFile(path, file, sha256)));
      }
    }
  }

  private static Optional<String> digest(Path file, String shown, Problems problems) {
    try {
      return Optional.of(Digest.SHA256.of(file));
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(shown, "read", e));
      return Optional.empty();
    }
  }

  private static Problem special(String shown) {
    return UpstreamProblems.wrapper(
        Location.of(shown),
        shown + " cannot be laid over the upstream collector",
        "a link or something else that is no file",
        "a regular file");
  }

  /** What a folder holds, sorted; nothing when it is missing. */
  static List<Path> list(Path folder, String shownAs, Problems problems) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      problems.add(special(shownAs));
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(shownAs, "read", e));
      return List.of();
    }
  }
}
