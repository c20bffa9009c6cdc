package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as it is written, without what it inherits.
 *
 * @param name its name
 * @param description empty when not said
 * @param base the distribution it builds on; empty for none
 * @param baseAt where the base is named
 * @param tags own tags in the order of the file
 * @param configFile null when not said; an empty name asks for none in spite of the base
 * @param configFileAt where it is named
 * @param location where the name stands
 */
record Definition(
    String name,
    String description,
    String base,
    Location baseAt,
    List<DeclaredTag> tags,
    @Nullable String configFile,
    Location configFileAt,
    Location location) {
  Definition {
    tags = List.copyOf(tags);
  }
}
