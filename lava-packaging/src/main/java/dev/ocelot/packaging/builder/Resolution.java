package dev.ocelot.packaging.builder;

import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.packaging.store.KeyRecord;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an engine said about the images that a builder is built on. It is remembered, so that the
 * digest of a builder is known without an engine.
 *
 * @param platform that the builder has
 * @param engine that the engine runs without emulation
 * @param bases references to digests or ids
 */
record Resolution(Platform platform, Platform engine, SortedMap<String, String> bases) {
  private static final String PLATFORM = "platform";
  private static final String ENGINE = "engine";
  private static final String BASE = "base ";

  Resolution {
    bases = Collections.unmodifiableSortedMap(new TreeMap<>(bases));
  }

  BuildKey remembered() {
    BuildKey.Builder key =
        BuildKey.builder().add(PLATFORM, platform.name()).add(ENGINE, engine.name());
    bases.forEach((reference, id) -> key.add(BASE + reference, id));
    return key.build();
  }

  static Optional<Resolution> of(BuildKey remembered, Platforms platforms) {
    Optional<Platform> platform = Optional.empty();
    Optional<Platform> engine = Optional.empty();
    SortedMap<String, String> bases = new TreeMap<>();
    for (KeyRecord record : remembered.records()) {
      if (record.subject().equals(PLATFORM)) {
        platform = platforms.spelled(record.value());
      } else if (record.subject().equals(ENGINE)) {
        engine = platforms.spelled(record.value());
      } else if (record.subject().startsWith(BASE)) {
        bases.put(record.subject().substring(BASE.length()), record.value());
      }
    }
    return platform.isPresent() && engine.isPresent()
        ? Optional.of(new Resolution(platform.get(), engine.get(), bases))
        : Optional.empty();
  }
}
