package dev.ocelot.packaging.publish;

import java.nio.file.Path;
import java.util.List;

/**
 * A layer on its way to a service.
 *
 * @param layer its name
 * @param description at most 256 characters
 * @param file the zip
 * @param sha256 of the zip, 64 lower-case hexadecimal digits
 * @param size of the zip in bytes
 * @param architectures in the service's words, such as {@code x86_64}
 * @param runtimes that it works with; at most 15
 * @param licence an SPDX expression, or empty
 */
public record LayerUpload(
    LayerName layer,
    String description,
    Path file,
    String sha256,
    long size,
    List<String> architectures,
    List<String> runtimes,
    String licence) {
  /** Keeps copies. */
  public LayerUpload {
    architectures = List.copyOf(architectures);
    runtimes = List.copyOf(runtimes);
  }
}
