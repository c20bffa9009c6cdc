package dev.ocelot.packaging.artifact;

import java.util.List;

/** What publishing must know of an artifact beyond its bytes. */
public sealed interface Publication {

  /** The artifact is not published as a layer. */
  Publication NONE = new None();

  /** Not published as a layer. */
  record None() implements Publication {}

  /**
   * Published as a Lambda layer.
   *
   * @param distribution the distribution, or for a component's layer the component
   * @param description of the distribution, or empty
   * @param buildTags in the order in which they are shown; empty when there are none
   * @param collectorVersion such as {@code v0.126.0}, or empty when it is no collector
   * @param unpackedSize what the zip's files hold, in bytes
   */
  record Layer(
      String distribution,
      String description,
      List<String> buildTags,
      String collectorVersion,
      long unpackedSize)
      implements Publication {
    /** The most bytes that a layer's files may have, as AWS Lambda has it. */
    public static final long MOST_UNPACKED_BYTES = 262_144_000L;

    /** Keeps a copy. */
    public Layer {
      buildTags = List.copyOf(buildTags);
    }

    /**
     * The layer of a component.
     *
     * @param component the component
     * @param unpackedSize what the zip's files hold, in bytes
     * @return the layer
     */
    public static Layer ofComponent(String component, long unpackedSize) {
      return new Layer(component, "", List.of(), "", unpackedSize);
    }
  }
}
