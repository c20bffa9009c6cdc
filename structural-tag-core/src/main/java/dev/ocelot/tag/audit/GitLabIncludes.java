package dev.ocelot.tag.audit;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlLimits;
import dev.ocelot.yaml.YamlList;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlNode;
import dev.ocelot.yaml.YamlScalar;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a GitLab pipeline that lie in the repository: those that {@code .gitlab-ci.yml}
 * includes, and theirs. Files of other projects are not looked at.
 */
final class GitLabIncludes {
  private static final String TOP = ".gitlab-ci.yml";

  private final RepositoryRoot root;
  private final Problems problems;
  private final Set<String> taken = new HashSet<>();
  private final List<YamlMap> files = new ArrayList<>();

  private GitLabIncludes(RepositoryRoot root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * Reads {@code .gitlab-ci.yml}, if there is one, and other files that may stand without it.
   *
   * @return the files, each behind those that it includes, because it overrides them
   */
  static List<YamlMap> read(RepositoryRoot root, List<String> others, Problems problems) {
    GitLabIncludes includes = new GitLabIncludes(root, problems);
    others.forEach(includes::take);
    includes.take(TOP);
    return includes.files;
  }

  private void take(String path) {
    if (Files.isRegularFile(root.resolve(path)) && taken.add(path)) {
      YamlMap file = parse(path);
      file.get("include").ifPresent(this::include);
      files.add(file);
    }
  }

  private YamlMap parse(String path) {
    try {
      byte[] bytes = YamlFile.bytes(root.resolve(path), path, YamlLimits.DEFAULT);
      return YamlFile.parse(withoutHeader(bytes), path, problems);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return YamlMap.EMPTY;
    }
  }

  /**
   * GitLab allows a document with {@code spec:} in front of the pipeline's. It is blanked out, so
   * that what follows keeps its lines.
   */
  private static byte[] withoutHeader(byte[] bytes) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int separator = text.indexOf("\n---");
    boolean header = text.startsWith("spec:") || text.startsWith("---\nspec:");
    int from = text.startsWith("---") ? 3 : 0;
    separator = from == 0 ? separator : text.indexOf("\n---", from);
    if (!header || separator < 0) {
      return bytes;
    }
    byte[] blank = bytes.clone();
    for (int i = 0; i < separator + 4; i++) {
      blank[i] = blank[i] == '\n' ? (byte) '\n' : (byte) ' ';
    }
    return blank;
  }

  private void include(YamlNode node) {
    if (node instanceof YamlList list) {
      list.items().forEach(this::include);
    } else if (node instanceof YamlMap map) {
      map.get("local").ifPresent(this::local);
    } else {
      local(node);
    }
  }

  private void local(YamlNode node) {
    Optional<String> path =
        node instanceof YamlScalar scalar && !scalar.text().contains("://")
            ? Optional.of(scalar.text().replaceFirst("^/+", ""))
            : Optional.empty();
    path.ifPresent(
        text -> {
          if (text.indexOf('*') < 0) {
            take(text);
          } else {
            new WildcardPath(text).matches(root).forEach(this::take);
          }
        });
  }
}
