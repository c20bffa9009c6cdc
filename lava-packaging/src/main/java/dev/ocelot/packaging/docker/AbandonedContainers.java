package dev.ocelot.packaging.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds, in a list of containers with our labels, those whose owner is gone. */
final class AbandonedContainers {
  private static final List<String> JUDGED =
      List.of(
          OwnerLabels.OWNER,
          OwnerLabels.PID,
          OwnerLabels.START,
          OwnerLabels.BOOT,
          OwnerLabels.SPACE);

  private final OwnerLabels labels;

  AbandonedContainers(OwnerLabels labels) {
    this.labels = labels;
  }

  /** The arguments of a listing, a line a container: its id and its labels, tab-separated. */
  static String[] listing(OwnerLabels labels) {
    String format =
        "{{.ID}}"
            + JUDGED.stream()
                .map(label -> "\t{{.Label \"" + label + "\"}}")
                .collect(Collectors.joining());
    return new String[] {
      "ps", "--all", "--no-trunc", "--filter", labels.filter(), "--format", format
    };
  }

  List<ContainerId> among(List<String> lines) {
    List<ContainerId> abandoned = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      if (fields.length == JUDGED.size() + 1 && labels.isAbandoned(byName(fields))) {
        abandoned.add(new ContainerId(fields[0]));
      }
    }
    return abandoned;
  }

  private static Map<String, String> byName(String[] fields) {
    Map<String, String> byName = new TreeMap<>();
    for (int i = 0; i < JUDGED.size(); i++) {
      byName.put(JUDGED.get(i), fields[i + 1]);
    }
    return byName;
  }
}
