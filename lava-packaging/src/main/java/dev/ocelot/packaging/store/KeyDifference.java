package dev.ocelot.packaging.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in words what makes one build key differ from an earlier one of the same thing. */
public final class KeyDifference {
  private static final int SHOWN = 3;

  private final List<String> changes;

  private KeyDifference(List<String> changes) {
    this.changes = List.copyOf(changes);
  }

  /**
   * Compares two keys by their records.
   *
   * @param before the earlier key
   * @param now the present key
   * @return the difference
   */
  public static KeyDifference between(BuildKey before, BuildKey now) {
    Map<String, List<String>> old = bySubject(before);
    Map<String, List<String>> present = bySubject(now);
    List<String> changes = new ArrayList<>();
    present.forEach(
        (subject, values) -> {
          List<String> earlier = old.remove(subject);
          if (earlier == null) {
            changes.add(subject + " was added");
          } else if (!earlier.equals(values)) {
            changes.add(subject + " changed");
          }
        });
    old.keySet().forEach(subject -> changes.add(subject + " was removed"));
    if (changes.isEmpty() && !before.equals(now)) {
      changes.add("the order of what goes in changed");
    }
    return new KeyDifference(changes);
  }

  private static Map<String, List<String>> bySubject(BuildKey key) {
    Map<String, List<String>> result = new LinkedHashMap<>();
    for (KeyRecord record : key.records()) {
      result.computeIfAbsent(record.subject(), subject -> new ArrayList<>()).add(record.value());
    }
    return result;
  }

  /**
   * Every change, in the order of the present key's records, removals last.
   *
   * @return such as {@code patches/a.patch changed}; empty when the keys are equal
   */
  public List<String> changes() {
    return changes;
  }

  /**
   * The changes in one line; when there are many, the first and a count.
   *
   * @return such as {@code build.sh changed, builder changed}
   */
  public String sentence() {
    if (changes.size() <= SHOWN) {
      return String.join(", ", changes);
    }
    return String.join(", ", changes.subList(0, SHOWN))
        + " and "
        + (changes.size() - SHOWN)
        + " more";
  }
}
