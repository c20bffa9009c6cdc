package dev.ocelot.packaging.source.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names that a repository has, as {@code git ls-remote} lists them. */
final class RemoteRefs {
  private static final String PEELED = "^{}";
  private static final List<String> ORDER = List.of("refs/heads/", "refs/tags/", "refs/", "");

  private final Map<String, String> byName = new TreeMap<>();

  RemoteRefs(List<String> lines) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab > 0 && line.substring(0, tab).matches("[0-9a-f]{40}")) {
        byName.put(line.substring(tab + 1), line.substring(0, tab));
      }
    }
  }

  /**
   * What a name stands for: a branch before a tag, as {@code git clone --branch} has it; an
   * annotated tag is the commit that it is a tag of.
   */
  Optional<String> find(String name) {
    for (String prefix : ORDER) {
      String full = prefix + name;
      String found = byName.getOrDefault(full + PEELED, byName.getOrDefault(full, ""));
      if (!found.isEmpty() && !name.endsWith(PEELED)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Branches and tags by their short names, branches first. */
  List<String> names() {
    return Stream.of("refs/heads/", "refs/tags/")
        .flatMap(
            prefix ->
                byName.keySet().stream()
                    .filter(name -> name.startsWith(prefix) && !name.endsWith(PEELED))
                    .map(name -> name.substring(prefix.length())))
        .distinct()
        .toList();
  }
}
