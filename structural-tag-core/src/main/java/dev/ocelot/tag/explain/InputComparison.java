package dev.ocelot.tag.explain;

import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.explain.TagDifference.Extent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two ordered lists of inputs, the script first. A file that is listed twice counts as two
 * inputs, because it enters the tag twice.
 */
final class InputComparison {
  /** Endings of files in which a line that begins with # is a comment; in C it would be code. */
  private static final Set<String> HASH_COMMENTS =
      Set.of("sh", "bash", "py", "yml", "yaml", "toml", "cmake", "mk", "conf", "cfg");

  private final List<InputDigest> before;
  private final List<InputDigest> after;

  InputComparison(List<InputDigest> before, List<InputDigest> after) {
    this.before = before;
    this.after = after;
  }

  /** The differences: changes in the new order, then additions, removals, names and order. */
  List<TagDifference> differences() {
    Map<Occurrence, InputDigest> old = occurrences(before);
    Map<Occurrence, InputDigest> now = occurrences(after);
    List<TagDifference> found = new ArrayList<>();
    now.forEach(
        (occurrence, digest) -> {
          InputDigest was = old.get(occurrence);
          if (occurrence.number() == 0 && was != null && !was.sha256().equals(digest.sha256())) {
            found.add(new TagDifference.Changed(was, digest, extent(was, digest)));
          }
        });
    addListed(found, missing(now, old), missing(old, now));
    addOrder(found, common(old, now), common(now, old));
    return found;
  }

  private record Occurrence(String path, int number) {}

  private static Map<Occurrence, InputDigest> occurrences(List<InputDigest> inputs) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<Occurrence, InputDigest> all = new LinkedHashMap<>();
    for (InputDigest input : inputs) {
      int number = counts.merge(input.path(), 1, Integer::sum) - 1;
      all.put(new Occurrence(input.path(), number), input);
    }
    return all;
  }

  private static List<InputDigest> missing(
      Map<Occurrence, InputDigest> of, Map<Occurrence, InputDigest> in) {
    return of.entrySet().stream()
        .filter(entry -> !in.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<Occurrence> common(
      Map<Occurrence, InputDigest> of, Map<Occurrence, InputDigest> in) {
    return of.keySet().stream().filter(in::containsKey).toList();
  }

  private static void addListed(
      List<TagDifference> found, List<InputDigest> added, List<InputDigest> removed) {
    List<InputDigest> gone = new ArrayList<>(removed);
    List<TagDifference> renamed = new ArrayList<>();
    for (InputDigest input : added) {
      int same = indexOfContent(gone, input);
      if (same < 0) {
        found.add(new TagDifference.Added(input));
      } else {
        renamed.add(new TagDifference.Renamed(gone.remove(same).path(), input.path()));
      }
    }
    gone.forEach(input -> found.add(new TagDifference.Removed(input)));
    found.addAll(renamed);
  }

  private static int indexOfContent(List<InputDigest> inputs, InputDigest wanted) {
    for (int i = 0; i < inputs.size(); i++) {
      InputDigest input = inputs.get(i);
      if (!input.path().equals(wanted.path()) && input.sha256().equals(wanted.sha256())) {
        return i;
      }
    }
    return -1;
  }

  private static void addOrder(
      List<TagDifference> found, List<Occurrence> before, List<Occurrence> after) {
    if (!before.equals(after)) {
      found.add(new TagDifference.Reordered(paths(before), paths(after)));
    }
  }

  private static List<String> paths(List<Occurrence> occurrences) {
    return occurrences.stream().map(Occurrence::path).toList();
  }

  private Extent extent(InputDigest was, InputDigest is) {
    if (was.text().normalisedSha256().equals(is.text().normalisedSha256())) {
      return Extent.LINE_ENDS;
    }
    boolean script = is.path().equals(after.get(0).path());
    if ((script || hasHashComments(is.path()))
        && was.text().codeSha256().equals(is.text().codeSha256())) {
      return Extent.COMMENTS;
    }
    return Extent.CONTENT;
  }

  private static boolean hasHashComments(String path) {
    return HASH_COMMENTS.contains(path.substring(path.lastIndexOf('.') + 1));
  }
}
