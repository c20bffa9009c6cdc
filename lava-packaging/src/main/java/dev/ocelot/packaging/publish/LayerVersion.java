package dev.ocelot.packaging.publish;

import java.util.List;

/**
 * A published version, as a listing shows it.
 *
 * @param region where
 * @param layer which layer
 * @param number from 1; never given twice
 * @param arn the version's name in the service, which ends in {@code :} and the number
 * @param description as published
 * @param architectures in the service's words, such as {@code x86_64}
 * @param runtimes that it says it works with
 */
public record LayerVersion(
    Region region,
    LayerName layer,
    long number,
    String arn,
    String description,
    List<String> architectures,
    List<String> runtimes) {
  /** Keeps copies. */
  public LayerVersion {
    architectures = List.copyOf(architectures);
    runtimes = List.copyOf(runtimes);
    if (!arn.endsWith(":" + number)) {
      throw new IllegalArgumentException("the name of version " + number + " is not " + arn);
    }
  }

  /**
   * The layer's name in the service, without a version.
   *
   * @return the name that all versions of the layer share
   */
  public String baseArn() {
    return arn.substring(0, arn.lastIndexOf(':'));
  }
}
