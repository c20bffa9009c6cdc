package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A named selection of collector components, with everything that it inherits.
 *
 * @param name its name, spelled as in the file
 * @param description what it is for, without blanks at the end; empty when the file does not say
 * @param tags the Go build tags, sorted by their text, each once
 * @param configFile the name of a file in {@code config/examples}, own or inherited; empty for
 *     upstream's configuration
 * @param configFileAt where the file is named; {@link Location#NONE} when none is
 * @param location where the distribution is declared
 */
public record Distribution(
    String name,
    String description,
    List<DeclaredTag> tags,
    String configFile,
    Location configFileAt,
    Location location) {

  /** Keeps a copy. */
  public Distribution {
    tags = List.copyOf(tags);
  }

  /**
   * The tags as {@code go build -tags} takes them.
   *
   * @return the texts, joined by commas
   */
  public String buildTags() {
    return tags.stream().map(DeclaredTag::text).collect(Collectors.joining(","));
  }
}
