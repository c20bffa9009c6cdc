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
   * What two people who name a component of this kind most likely both write: without what usually
   * differs ({@code memorylimiter}, {@code memory_limiter}; {@code asmauthextension}, {@code
   * asmauth}).
   *
   * @param name the last part of a build tag, a type, or the name of a package
   * @return the name without separators and without the kind at its end
   */
  public String plain(String name) {
    String plain = name.replace("_", "").replace("-", "");
    return plain.endsWith(word()) && plain.length() > word().length()
        ? plain.substring(0, plain.length() - word().length())
        : plain;
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
