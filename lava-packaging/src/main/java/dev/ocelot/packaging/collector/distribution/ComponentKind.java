package dev.ocelot.packaging.collector.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a component of a collector does. */
public enum ComponentKind {
  /** Joins pipelines. */
  CONNECTOR,
  /** Sends data away. */
  EXPORTER,
  /** Changes or drops data. */
  PROCESSOR,
  /** Takes data in. */
  RECEIVER,
  /** Serves the collector itself. */
  EXTENSION;

  /**
   * The kind that a build tag or folder names.
   *
   * @param word such as {@code exporter}
   * @return the kind, or empty when there is none of that name
   */
  public static Optional<ComponentKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /**
   * The words of all kinds.
   *
   * @return such as {@code exporter}, in the order of the constants
   */
  public static List<String> words() {
    return Arrays.stream(values()).map(ComponentKind::word).toList();
  }

  /**
   * The word in build tags and folders.
   *
   * @return such as {@code exporter}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The section of a collector's configuration.
   *
   * @return such as {@code exporters}
   */
  public String section() {
    return word() + "s";
  }
}
