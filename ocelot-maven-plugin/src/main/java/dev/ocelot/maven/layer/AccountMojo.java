package dev.ocelot.maven.layer;

import dev.ocelot.maven.DocumentMojo;
import dev.ocelot.packaging.publish.PublishOverrides;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that is called by name and is about layers that are published already. */
abstract class AccountMojo extends DocumentMojo {

  /**
   * The regions. By default those in {@code config/publish.yaml}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.regions")
  private @Nullable List<String> regions;

  /**
   * What holds the layers: {@code directory} or {@code aws}. By default what {@code
   * config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.publisher")
  private @Nullable String publisher;

  /**
   * The folder that the publisher {@code directory} keeps layers in, relative to the root. By
   * default what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.directory")
  private @Nullable String directory;

  /** What the command line says of where layers are. */
  final PublishOverrides overrides(@Nullable String layerVersion, @Nullable String releaseGroup) {
    return new PublishOverrides(
        given(regions),
        given(publisher),
        given(directory),
        given(layerVersion),
        given(releaseGroup));
  }

  static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  static <T> List<T> given(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
